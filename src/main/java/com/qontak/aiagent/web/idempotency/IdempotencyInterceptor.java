package com.qontak.aiagent.web.idempotency;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Lets one run of an {@link Idempotent} handler through for each key, and repeats its answer to the others. */
@Component
final class IdempotencyInterceptor implements HandlerInterceptor {

    static final String KEY_HEADER = "Idempotency-Key";
    static final String REPLAYED_HEADER = "Idempotent-Replayed";

    private static final Logger log = LoggerFactory.getLogger(IdempotencyInterceptor.class);
    private static final String CLAIM = IdempotencyInterceptor.class.getName() + ".claim";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final byte[] NOTHING = new byte[0];

    // A call that is repeated upstream may be refused the second time for what it did the first.
    private static final Set<Integer> PERHAPS_REPEATED =
            Set.of(HttpServletResponse.SC_CONFLICT, HttpStatus.TOO_MANY_REQUESTS.value());

    private final Claims claims;
    private final KeyOwner owner;

    IdempotencyInterceptor(Claims claims, KeyOwner owner) {
        this.claims = claims;
        this.owner = owner;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String key = request.getHeader(KEY_HEADER);
        if (key == null || claim(request).isPresent() || !isIdempotent(handler)) {
            return true;
        }
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST);
        }
        RepeatableRequest repeatable =
                Objects.requireNonNull(WebUtils.getNativeRequest(request, RepeatableRequest.class));
        boolean upload = repeatable.isUpload();
        byte[] fingerprint =
                Fingerprint.of(request.getMethod(), request.getRequestURI(), upload ? NOTHING : repeatable.body());
        if (upload) {
            repeatable.digestUpload();
        }
        Claim claim = new Claim(owner.organizationId(request), key, UUID.randomUUID());
        Optional<Claims.Answered> answered =
                claims.take(claim, fingerprint, upload ? Claims.UPLOAD_LOCKED : Claims.LOCKED);
        if (answered.isEmpty()) {
            request.setAttribute(CLAIM, claim);
            return true;
        }
        byte[] digest = repeatable.uploadDigest();
        repeat(digest == null ? answered.get().answer() : answered.get().forUpload(digest), response);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        claim(request).ifPresent(claim -> {
            int status = response.getStatus();
            boolean refused = status / 100 == 4 && !PERHAPS_REPEATED.contains(status);
            try {
                if (refused) {
                    claims.release(claim);
                } else {
                    claims.unlock(claim);
                }
            } catch (DataAccessException lost) {
                log.warn("An Idempotency-Key of organization {} stays locked", claim.organizationId(), lost);
            }
        });
    }

    /** @return the claim this request holds, until its answer is stored */
    static Optional<Claim> claim(HttpServletRequest request) {
        return Optional.ofNullable((Claim) request.getAttribute(CLAIM));
    }

    static void settled(HttpServletRequest request) {
        request.removeAttribute(CLAIM);
    }

    private static boolean isIdempotent(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(Idempotent.class);
    }

    private static void repeat(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED_HEADER, "true");
        header(response, HttpHeaders.CONTENT_TYPE, answer.contentType());
        header(response, HttpHeaders.ETAG, answer.etag());
        header(response, HttpHeaders.LOCATION, answer.location());
        response.getOutputStream().write(answer.body());
    }

    private static void header(HttpServletResponse response, String name, @Nullable String value) {
        if (value != null) {
            response.setHeader(name, value);
        }
    }
}
