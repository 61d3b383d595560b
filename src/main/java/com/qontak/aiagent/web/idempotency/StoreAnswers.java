package com.qontak.aiagent.web.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.WebUtils;

/**
 * Stores the 2xx answer of a run that holds a key, before the caller gets to see it. When it cannot be stored, the
 * caller is answered nevertheless, and the key is free once its lock has run out.
 */
@RestControllerAdvice
final class StoreAnswers implements ResponseBodyAdvice<Object> {

    private static final Logger log = LoggerFactory.getLogger(StoreAnswers.class);

    private final Claims claims;
    private final ObjectMapper json;

    StoreAnswers(Claims claims, ObjectMapper json) {
        this.claims = claims;
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest asked && response instanceof ServletServerHttpResponse given) {
            HttpServletRequest servletRequest = asked.getServletRequest();
            IdempotencyInterceptor.claim(servletRequest)
                    .filter(claim -> given.getServletResponse().getStatus() / 100 == 2)
                    .ifPresent(claim -> store(claim, body, contentType, servletRequest, given));
        }
        return body;
    }

    private void store(
            Claim claim,
            @Nullable Object body,
            MediaType contentType,
            HttpServletRequest request,
            ServletServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        try {
            StoredAnswer answer = new StoredAnswer(
                    response.getServletResponse().getStatus(),
                    body == null ? null : contentType.toString(),
                    headers.getFirst(HttpHeaders.ETAG),
                    headers.getFirst(HttpHeaders.LOCATION),
                    body == null ? new byte[0] : json.writeValueAsBytes(body));
            byte[] digest = Objects.requireNonNull(WebUtils.getNativeRequest(request, RepeatableRequest.class))
                    .uploadDigest();
            claims.answer(claim, answer, digest);
        } catch (DataAccessException | IOException lost) {
            log.warn("The answer for an Idempotency-Key of organization {} is lost", claim.organizationId(), lost);
        }
        IdempotencyInterceptor.settled(request);
    }
}
