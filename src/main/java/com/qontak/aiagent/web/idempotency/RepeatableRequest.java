package com.qontak.aiagent.web.idempotency;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A request whose body can be told from another's: read beforehand, or, of an upload, digested while it streams. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private byte @Nullable [] body;
    private @Nullable UploadDigest digest;

    RepeatableRequest(HttpServletRequest request) {
        super(request);
    }

    boolean isUpload() {
        String type = getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** @return the whole body; the handler can read it nevertheless */
    byte[] body() throws IOException {
        if (body == null) {
            body = super.getInputStream().readAllBytes();
        }
        return body;
    }

    /** From now on, what is read of the body is digested. */
    void digestUpload() {
        digest = new UploadDigest(boundary());
    }

    /**
     * @return the digest of the upload, what is not read of it yet being read now; null without {@link #digestUpload}
     * @throws IOException if the rest cannot be read any more
     */
    byte @Nullable [] uploadDigest() throws IOException {
        if (digest == null) {
            return null;
        }
        if (!digest.isClosed()) {
            getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        return digest.value();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body != null) {
            return new RepeatedStream(super.getInputStream(), new ByteArrayInputStream(body));
        }
        ServletInputStream stream = super.getInputStream();
        return digest == null ? stream : new DigestedStream(stream, digest);
    }

    private String boundary() {
        try {
            String boundary = MediaType.parseMediaType(getContentType()).getParameter("boundary");
            return boundary == null ? "" : boundary.replace("\"", "");
        } catch (InvalidMediaTypeException malformed) {
            return "";
        }
    }
}
