package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes an upload in while it arrives. Of the file no more than its first {@link FileType#PREFIX} bytes are kept, to
 * tell its type; the rest is read when it is asked for, on threads that do nothing else.
 */
@Component
class UploadReader {

    private static final int CHUNK = 8 * 1024;

    private final Scheduler uploadThreads;
    private final ResourceProperties properties;

    UploadReader(Scheduler uploadThreads, ResourceProperties properties) {
        this.uploadThreads = uploadThreads;
        this.properties = properties;
    }

    /**
     * @param body a form that nobody has read
     * @param knownCapabilities the ids of the agent's capabilities
     * @return the upload once its type is known; fails with {@code invalid-input} when it cannot be used
     */
    Mono<Upload> read(ArrivingBody body, Set<String> knownCapabilities) {
        return Mono.fromCallable(() -> open(new UploadForm(body, knownCapabilities)))
                .onErrorMap(UploadReader::problem)
                .subscribeOn(uploadThreads);
    }

    private Upload open(UploadForm form) throws IOException {
        InputStream file = form.file();
        byte[] prefix = file.readNBytes(FileType.PREFIX);
        if (prefix.length == 0) {
            throw invalid(Finding.error("empty_file", "/file"));
        }
        FileType type = FileType.of(prefix).orElseThrow(() -> invalid(Finding.error("unsupported_file_type", "/file")));
        InputStream whole = new LimitedFile(
                new SequenceInputStream(new ByteArrayInputStream(prefix), file), properties.maxFileSize());
        Flux<DataBuffer> content = DataBufferUtils.readInputStream(
                        () -> whole, DefaultDataBufferFactory.sharedInstance, CHUNK)
                .onErrorMap(UploadReader::problem)
                .subscribeOn(uploadThreads);
        Mono<Upload.Details> details = Mono.fromCallable(form::details)
                .onErrorMap(UploadReader::problem)
                .subscribeOn(uploadThreads);
        return new Upload(form.fileName(), type.mediaType(), digest(prefix), content, details);
    }

    private static String digest(byte[] prefix) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(prefix));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }

    // The form's parser fails in many ways, checked and not, on bytes that are no form or end too early.
    private static ProblemException problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return new ProblemException(ProblemType.MALFORMED_REQUEST, List.of(), List.of(), Map.of(), failure);
    }

    private static ProblemException invalid(Finding finding) {
        return new ProblemException(ProblemType.INVALID_INPUT, List.of(finding));
    }
}
