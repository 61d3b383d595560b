package com.qontak.benchmark.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is called.
 *
 * @param name as the report calls it
 * @param program the JVM whose processor time is counted
 * @param path what is called there
 * @param token the bearer token shown
 */
record Target(String name, Program program, String path, String token) {

    /** @return a whole request that reads it, as bytes */
    byte[] request() {
        return request("application/json");
    }

    byte[] request(String accept) {
        return head("GET", accept, "");
    }

    /** @return a whole request that posts a body to it, as bytes */
    byte[] post(String accept, String contentType, byte[] body) {
        byte[] head = head(
                "POST", accept, "Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n");
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    int port() {
        return program.port();
    }

    private byte[] head(String method, String accept, String further) {
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: " + accept
                        + "\r\nAuthorization: Bearer " + token + "\r\nX-Organization-Id: 1\r\n" + further + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
