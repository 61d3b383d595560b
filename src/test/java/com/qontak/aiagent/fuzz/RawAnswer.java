package com.qontak.aiagent.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * An answer as it came over the line.
 *
 * @param head the status line and the headers
 * @param body the body, put together again where it came in chunks
 */
record RawAnswer(List<String> head, String body) {

    static RawAnswer of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("HTTP/1.1 100 ")) {
            text = text.substring(text.indexOf("\r\n\r\n") + 4);
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("No whole answer: " + text);
        }
        List<String> head = text.substring(0, end).lines().toList();
        String body = text.substring(end + 4);
        boolean chunked = head.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        byte[] whole = (chunked ? unchunked(body) : body).getBytes(StandardCharsets.ISO_8859_1);
        boolean zipped = head.stream().anyMatch(line -> line.equalsIgnoreCase("Content-Encoding: gzip"));
        return new RawAnswer(head, new String(zipped ? unzipped(whole) : whole, StandardCharsets.UTF_8));
    }

    int status() {
        return Integer.parseInt(head.get(0).split(" ")[1]);
    }

    /** @return the header's value; empty when there is none */
    String header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ": ";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .findFirst()
                .map(line -> line.substring(prefix.length()))
                .orElse("");
    }

    private static byte[] unzipped(byte[] body) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String unchunked(String body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body.substring(at, lineEnd), 16);
            if (length == 0) {
                return whole.toString(StandardCharsets.ISO_8859_1);
            }
            String chunk = body.substring(lineEnd + 2, lineEnd + 2 + length);
            whole.writeBytes(chunk.getBytes(StandardCharsets.ISO_8859_1));
            at = lineEnd + 2 + length + 2;
        }
    }
}
