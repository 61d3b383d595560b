package com.qontak.aiagent.upstream;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One answer about to be given on a bare socket, whole or as wrong as a fault wants it. */
final class UpstreamExchange {

    static final String EVENT = "event: token\ndata: ";
    private static final String DONE = "event: done\ndata: {\"session_id\": \"ses_1\", \"reply\": \"Boleh\"}\n\n";
    private static final int PAUSE_MILLIS = 50;

    private final Socket socket;
    private final String healthyBody;
    private final boolean events;
    private final boolean late;
    private final boolean hangsUp;

    /**
     * @param healthyBody what would be right; empty for an answer without a body
     * @param events whether the answer is one of events
     * @param late whether a first event is told before anything goes wrong
     * @param hangsUp whether the connection is closed after the answer
     */
    UpstreamExchange(Socket socket, String healthyBody, boolean events, boolean late, boolean hangsUp) {
        this.socket = socket;
        this.healthyBody = healthyBody;
        this.events = events;
        this.late = late;
        this.hangsUp = hangsUp;
    }

    String healthyBody() {
        return healthyBody;
    }

    void healthy() throws IOException {
        if (events) {
            begin(0);
            write(EVENT + healthyBody + "\n\n");
            write(DONE);
            end();
        } else if (healthyBody.isEmpty()) {
            head(204, "Content-Length: 0");
        } else {
            ok(healthyBody);
        }
    }

    /** A 200 of the right type with that body, or with that as the data of the first event that is told. */
    void ok(String body) throws IOException {
        String content = events && !body.isEmpty() ? EVENT + body + "\n\n" : body;
        begin(content.getBytes(StandardCharsets.UTF_8).length);
        write(content);
        end();
    }

    void status(int status, String body) throws IOException {
        head(
                status,
                "Content-Type: application/json",
                "ETag: \"7\"",
                "Retry-After: 17",
                "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        raw(body);
    }

    void page(String html) throws IOException {
        head(200, "Content-Type: text/html", "Content-Length: " + html.length());
        raw(html);
    }

    /** The head of a 200 of the right type, and the first event if that comes before the fault. */
    void begin(int length) throws IOException {
        if (events) {
            head(200, "Content-Type: text/event-stream", "Transfer-Encoding: chunked");
            if (late) {
                write(EVENT + healthyBody + "\n\n");
            }
        } else {
            head(200, "Content-Type: application/json", "Content-Length: " + length);
        }
    }

    void write(String content) throws IOException {
        int length = content.getBytes(StandardCharsets.UTF_8).length;
        if (length > 0) {
            raw(events ? Integer.toHexString(length) + "\r\n" + content + "\r\n" : content);
        }
    }

    void raw(String bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends the connection as a process that dies does, once what was sent so far has been read. */
    void reset() throws IOException {
        hungUp(PAUSE_MILLIS);
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void close() throws IOException {
        socket.close();
    }

    /** Says nothing more until the other side hangs up. */
    void hold() throws IOException {
        while (!hungUp(0)) {
            continue;
        }
    }

    /** Says next to nothing, and goes on with it until the other side hangs up. */
    void drip() throws IOException {
        while (!hungUp(PAUSE_MILLIS)) {
            write(events ? ":\n" : " ");
        }
    }

    private void end() throws IOException {
        if (events) {
            raw("0\r\n\r\n");
        }
    }

    private void head(int status, String... headers) throws IOException {
        raw("HTTP/1.1 " + status + " Said\r\n" + String.join("\r\n", headers) + "\r\n"
                + (hangsUp ? "Connection: close\r\n" : "") + "\r\n");
    }

    private boolean hungUp(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(0);
            }
        }
    }
}
