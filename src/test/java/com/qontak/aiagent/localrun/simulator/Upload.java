package com.qontak.aiagent.localrun.simulator;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** A form as it streams in: its fields are kept, of its file only the name and the number of bytes. */
final class Upload {

    private final Map<String, List<String>> fields = new HashMap<>();
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private Optional<String> fileName = Optional.empty();
    private long bytes;

    private Upload() {}

    static Mono<Upload> receive(HttpServerRequest request) {
        return request.receiveForm(form -> form.streaming(true))
                .collect(Upload::new, Upload::take)
                .onErrorMap(failure -> Refusal.malformed("The form cannot be read"));
    }

    /** @return the name of the file; empty when the form has none */
    Optional<String> fileName() {
        return fileName;
    }

    long bytes() {
        return bytes;
    }

    /** @return the values of the parts of this name, in order; none when there is no such part */
    List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    Optional<String> value(String name) {
        return values(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    /** Takes what has arrived of a part: the parts come one after the other, each in one piece or in several. */
    private void take(HttpData piece) {
        if (piece instanceof FileUpload file) {
            fileName = Optional.of(file.getFilename());
            bytes += file.content().readableBytes();
            return;
        }
        field.writeBytes(ByteBufUtil.getBytes(piece.content()));
        if (piece.isCompleted()) {
            fields.computeIfAbsent(piece.getName(), name -> new ArrayList<>())
                    .add(field.toString(StandardCharsets.UTF_8));
            field.reset();
        }
    }
}
