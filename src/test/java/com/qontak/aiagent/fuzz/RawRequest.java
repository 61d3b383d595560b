package com.qontak.aiagent.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the line, right or wrong: no client stands in between that would refuse to send it.
 *
 * @param start the request line without its end
 * @param headers lines without their ends
 * @param body as it is, without regard to what the headers say of it
 */
record RawRequest(String start, List<String> headers, byte[] body) {

    private static final int LONGEST_SHOWN = 2000;

    static RawRequest of(String method, String address) {
        return new RawRequest(method + " " + address + " HTTP/1.1", List.of("Host: localhost"), new byte[0]);
    }

    RawRequest with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(start, more, body);
    }

    RawRequest without(String name) {
        return new RawRequest(
                start,
                headers.stream()
                        .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                        .toList(),
                body);
    }

    /** With a body, and the header that says how long it is. */
    RawRequest with(byte[] content) {
        return new RawRequest(start, headers, content).with("Content-Length: " + content.length);
    }

    boolean encodesTheTransfer() {
        return headers.stream().anyMatch(line -> line.startsWith("Transfer-Encoding:"));
    }

    byte[] bytes() {
        byte[] head = (start + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8).replaceAll("Bearer [\\w.-]+", "Bearer …");
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "… of " + text.length();
    }
}
