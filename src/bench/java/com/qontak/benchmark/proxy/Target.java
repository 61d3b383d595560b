package com.qontak.benchmark.proxy;

import java.nio.charset.StandardCharsets;

/**
 * What is called.
 *
 * @param name as the report calls it
 * @param program the JVM whose processor time is counted
 * @param path what is read there
 * @param token the bearer token shown
 */
record Target(String name, Program program, String path, String token) {

    /** @return the whole request, as bytes */
    byte[] request() {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer "
                        + token + "\r\nX-Organization-Id: 1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    int port() {
        return program.port();
    }
}
