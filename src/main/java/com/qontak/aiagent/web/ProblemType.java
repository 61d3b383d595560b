package com.qontak.aiagent.web;

import java.util.Arrays;
import org.springframework.http.HttpStatus;

/**
 * Every kind of problem document this service answers: its name in {@code type}, and its HTTP status.
 * <p>Title, explanation and remedy stand in the message bundle under {@code problem.<slug>.*} in both languages, and
 * are served at {@code /problems/<slug>}.
 */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN),
    WRONG_ORGANIZATION("wrong-organization", HttpStatus.FORBIDDEN),
    ORIGIN_NOT_ALLOWED("origin-not-allowed", HttpStatus.FORBIDDEN),
    PLAN_NOT_ENTITLED("plan-not-entitled", HttpStatus.FORBIDDEN),
    AUTONOMOUS_MODE_NOT_ENABLED("autonomous-mode-not-enabled", HttpStatus.FORBIDDEN),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
    CONFLICT("conflict", HttpStatus.CONFLICT),
    AGENT_IS_LIVE("agent-is-live", HttpStatus.CONFLICT),
    CHANGE_DEPENDS_ON("change-depends-on", HttpStatus.CONFLICT),
    REQUEST_IN_PROGRESS("request-in-progress", HttpStatus.CONFLICT),
    VERSION_MOVED_ON("version-moved-on", HttpStatus.PRECONDITION_FAILED),
    PAYLOAD_TOO_LARGE("payload-too-large", HttpStatus.PAYLOAD_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID_INPUT("invalid-input", HttpStatus.UNPROCESSABLE_ENTITY),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", HttpStatus.UNPROCESSABLE_ENTITY),
    UPSTREAM_REJECTED("upstream-rejected", HttpStatus.UNPROCESSABLE_ENTITY),
    IF_MATCH_REQUIRED("if-match-required", HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR("internal-error", HttpStatus.INTERNAL_SERVER_ERROR),
    UPSTREAM_REFUSED("upstream-refused", HttpStatus.BAD_GATEWAY),
    UPSTREAM_FAILED("upstream-failed", HttpStatus.BAD_GATEWAY),
    UPSTREAM_UNAVAILABLE("upstream-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    DATABASE_UNAVAILABLE("database-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    IDENTITY_UNAVAILABLE("identity-unavailable", HttpStatus.SERVICE_UNAVAILABLE),
    OVERLOADED("overloaded", HttpStatus.SERVICE_UNAVAILABLE),
    UPSTREAM_TIMEOUT("upstream-timeout", HttpStatus.GATEWAY_TIMEOUT);

    private final String slug;
    private final HttpStatus status;

    ProblemType(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    /** @return the last part of {@code type}, such as {@code plan-not-entitled} */
    public String slug() {
        return slug;
    }

    /** @return the HTTP status this kind of problem always has */
    public HttpStatus status() {
        return status;
    }

    /**
     * @param status an HTTP status of an error
     * @return the first kind of problem that has it; for other ones the general kind of its class. What the container
     *     does not implement (501), such as a transfer encoding, is the caller's to change.
     */
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status().value() == status)
                .findFirst()
                .orElse(
                        status >= 500 && status != HttpStatus.NOT_IMPLEMENTED.value()
                                ? INTERNAL_ERROR
                                : MALFORMED_REQUEST);
    }
}
