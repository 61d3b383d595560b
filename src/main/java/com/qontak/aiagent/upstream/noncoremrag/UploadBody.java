package com.qontak.aiagent.upstream.noncoremrag;

import com.qontak.aiagent.agents.resources.Upload;
import com.qontak.aiagent.upstream.StreamedBody;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import reactor.core.publisher.Flux;

/**
 * An upload as {@code multipart/form-data} (RFC 7578), written part by part as it comes in: Spring's own writer wants to
 * know every part before the first is sent, or reads some 256 buffers ahead.
 */
final class UploadBody {

    private static final String LINE = "\r\n";

    private final String boundary = MimeTypeUtils.generateMultipartBoundaryString();
    private final UUID aiAgentUuid;
    private final Upload upload;

    private UploadBody(UUID aiAgentUuid, Upload upload) {
        this.aiAgentUuid = aiAgentUuid;
        this.upload = upload;
    }

    static StreamedBody of(UUID aiAgentUuid, Upload upload) {
        UploadBody body = new UploadBody(aiAgentUuid, upload);
        return new StreamedBody(
                new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", body.boundary)), body.parts());
    }

    // What stands around the file is known for certain only once the file has been read.
    private Flux<DataBuffer> parts() {
        return Flux.concat(
                Flux.just(field("agent_id", aiAgentUuid.toString()), fileHeader()),
                upload.content(),
                upload.details().flatMapIterable(details -> Stream.concat(
                                Stream.of(text(LINE), field("title", details.title())),
                                Stream.concat(
                                        details.capabilityIds().stream().map(id -> field("skill_ids", id)),
                                        Stream.of(text("--" + boundary + "--" + LINE))))
                        .toList()));
    }

    private DataBuffer field(String name, String value) {
        return text(header(ContentDisposition.formData().name(name).build()) + LINE + value + LINE);
    }

    private DataBuffer fileHeader() {
        ContentDisposition disposition = ContentDisposition.formData()
                .name("file")
                .filename(upload.fileName())
                .build();
        return text(header(disposition) + "Content-Type: " + upload.mediaType() + LINE + LINE);
    }

    private String header(ContentDisposition disposition) {
        return "--" + boundary + LINE + "Content-Disposition: " + disposition + LINE;
    }

    private static DataBuffer text(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
