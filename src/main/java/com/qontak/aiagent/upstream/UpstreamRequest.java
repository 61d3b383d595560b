package com.qontak.aiagent.upstream;

import com.qontak.aiagent.access.Caller;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one call sends.
 *
 * @param caller on whose behalf
 * @param pathVariables values of the path's URI template variables
 * @param query query parameters in order
 * @param headers headers beside those every call carries
 * @param body a JSON body or a {@link StreamedBody}, null for none
 * @param expected the body that the answer probably has, null when nobody knows
 */
public record UpstreamRequest(
        Caller caller,
        Map<String, Object> pathVariables,
        Map<String, List<Object>> query,
        Map<String, String> headers,
        @Nullable Object body,
        byte @Nullable [] expected) {

    /**
     * @param caller on whose behalf
     * @return a request with nothing in it
     */
    public static UpstreamRequest of(Caller caller) {
        return new UpstreamRequest(caller, Map.of(), Map.of(), Map.of(), null, null);
    }

    /**
     * @param name a variable of the path
     * @param value its value; escaped when the path is built
     * @return this request with it
     */
    public UpstreamRequest path(String name, Object value) {
        return new UpstreamRequest(caller, with(pathVariables, name, value), query, headers, body, expected);
    }

    /**
     * @param name a query parameter
     * @param value its value, null to leave it out
     * @return this request with it
     */
    public UpstreamRequest query(String name, @Nullable Object value) {
        return value == null
                ? this
                : new UpstreamRequest(
                        caller, pathVariables, with(query, name, List.of(value)), headers, body, expected);
    }

    /**
     * @param name a header
     * @param value its value, null to leave it out
     * @return this request with it
     */
    public UpstreamRequest header(String name, @Nullable String value) {
        return value == null
                ? this
                : new UpstreamRequest(caller, pathVariables, query, with(headers, name, value), body, expected);
    }

    /**
     * @param key the caller's own key, null for none
     * @return this request with a key that is the tenant's alone: the same for the same caller's key, else a new one, so
     *     that a creating call that broke off early may be sent again
     */
    public UpstreamRequest idempotencyKey(@Nullable String key) {
        UUID unique = key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((caller.organizationId() + ":" + key).getBytes(StandardCharsets.UTF_8));
        return header("Idempotency-Key", unique.toString());
    }

    /**
     * @param body what to send as JSON
     * @return this request with it
     */
    public UpstreamRequest body(Object body) {
        return new UpstreamRequest(caller, pathVariables, query, headers, body, expected);
    }

    /**
     * @param body what to send while it comes in, once: a request with it is never repeated
     * @return this request with it
     */
    public UpstreamRequest stream(StreamedBody body) {
        return new UpstreamRequest(caller, pathVariables, query, headers, body, expected);
    }

    /**
     * @param answer the body that the answer probably has, null when nobody knows; not changed from now on
     * @return this request, of which that very array is read if the answer is the same
     */
    public UpstreamRequest expecting(byte @Nullable [] answer) {
        return new UpstreamRequest(caller, pathVariables, query, headers, body, answer);
    }

    Optional<Object> json() {
        return Optional.ofNullable(body).filter(value -> !(value instanceof StreamedBody));
    }

    Optional<StreamedBody> streamed() {
        return body instanceof StreamedBody stream ? Optional.of(stream) : Optional.empty();
    }

    private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
