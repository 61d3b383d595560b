package com.qontak.aiagent.agents.resources;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A form as a browser sends it, part by part in the order given. */
final class Form {

    static final String TYPE = "multipart/form-data; boundary=edge";

    private final List<InputStream> parts = new ArrayList<>();

    Form field(String name, String value) {
        return text("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value));
    }

    Form file(String fileName, byte[] content) {
        return file(fileName, new ByteArrayInputStream(content));
    }

    Form file(String fileName, InputStream content) {
        text(
                """
                --edge\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/pdf\r
                \r
                """
                        .formatted(fileName));
        parts.add(content);
        return text("\r\n");
    }

    InputStream whole() {
        text("--edge--\r\n");
        return brokenOff();
    }

    InputStream brokenOff() {
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private Form text(String text) {
        parts.add(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }
}
