package com.qontak.aiagent.localrun.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer other than the asked one: {@code {error: {code, message, path?}}} with its status. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String path;
    private final transient Map<String, String> headers;

    Refusal(int status, String code, String message, @Nullable String path, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.code = code;
        this.path = path;
        this.headers = headers;
    }

    Refusal(int status, String code, String message) {
        this(status, code, message, null, Map.of());
    }

    static Refusal malformed(String message) {
        return new Refusal(400, "malformed_request", message);
    }

    static Refusal notFound(String what) {
        return new Refusal(404, "not_found", "There is no such " + what);
    }

    static Refusal invalid(String code, String message, String path) {
        return new Refusal(422, code, message, path, Map.of());
    }

    static Refusal stale(int version) {
        String message = "The agent has moved on to version " + version;
        return new Refusal(412, "version_moved_on", message, null, Map.of("ETag", Agent.etag(version)));
    }

    Answer answer() {
        var error = Json.object().put("code", code).put("message", getMessage());
        if (path != null) {
            error.put("path", path);
        }
        return new Answer(status, headers, Json.object().set("error", error));
    }
}
