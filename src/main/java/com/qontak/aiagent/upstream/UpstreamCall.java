package com.qontak.aiagent.upstream;

import org.springframework.http.HttpMethod;

/**
 * One kind of call to an upstream.
 *
 * @param name its name in metrics, logs and {@code upstream.<name>.paths}, such as {@code get-agent}
 * @param path the name of its path in {@code upstream.<name>.paths}
 * @param method the HTTP method
 * @param group the calls it shares a circuit breaker with, such as {@code read}: reads that fail must not stop
 *     writes, nor a slow draft the rest
 */
public record UpstreamCall(String name, String path, HttpMethod method, String group) {

    /** @return whether repeating it changes nothing */
    public boolean isSafe() {
        return method == HttpMethod.GET;
    }

    /**
     * @param name the call's name, and its path's
     * @param path the name of its path
     * @return a call that only reads
     */
    public static UpstreamCall read(String name, String path) {
        return new UpstreamCall(name, path, HttpMethod.GET, "read");
    }

    /**
     * @param name the call's name
     * @param path the name of its path
     * @param method the HTTP method
     * @return a call that changes something
     */
    public static UpstreamCall write(String name, String path, HttpMethod method) {
        return new UpstreamCall(name, path, method, "write");
    }
}
