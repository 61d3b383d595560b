package com.qontak.aiagent.agents.resources;

import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A file while it comes in: its type is known from its first bytes, the rest has not been read yet.
 *
 * @param fileName the name it was sent under, without a directory
 * @param mediaType what its bytes are, such as {@code application/pdf}
 * @param beginning SHA-256 of its first 64 KiB, in hexadecimal
 * @param content all its bytes, once, read from the caller no faster than asked for; fails with a
 *     {@link com.qontak.aiagent.web.ProblemException}: {@code payload-too-large} when it is longer than allowed,
 *     {@code malformed-request} when the caller breaks off
 * @param details what stands around the file; to be asked for after the content has been read to its end, since parts of
 *     it may come after the file. Fails with {@code invalid-input} when it cannot be used
 */
public record Upload(
        String fileName, String mediaType, String beginning, Flux<DataBuffer> content, Mono<Details> details) {

    /**
     * What an upload says besides the file.
     *
     * @param title the title; the name of the file when none was sent
     * @param capabilityIds the capabilities that look things up in it
     */
    public record Details(String title, List<String> capabilityIds) {

        /** Copies the ids, so that they never change. */
        public Details {
            capabilityIds = List.copyOf(capabilityIds);
        }
    }
}
