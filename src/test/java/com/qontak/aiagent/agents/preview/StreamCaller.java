package com.qontak.aiagent.agents.preview;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A caller with nothing but a socket, so that a test sees each line when it arrives and can hang up at any time. It
 * speaks HTTP/1.0, in which an answer is not cut into chunks and ends with the connection.
 */
final class StreamCaller implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader reader;
    private final String status;
    private final List<String> headers;

    private StreamCaller(Socket socket, BufferedReader reader, String status, List<String> headers) {
        this.socket = socket;
        this.reader = reader;
        this.status = status;
        this.headers = headers;
    }

    /** A request that is sent, whose answer has not begun. */
    record Sent(Socket socket) {

        /** Waits for the status and the headers. */
        StreamCaller answer() throws IOException {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String status = reader.readLine();
            List<String> headers = new ArrayList<>();
            for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
                headers.add(line);
            }
            return new StreamCaller(socket, reader, status, headers);
        }
    }

    static Sent post(int port, String path, String token, String language, String body) throws IOException {
        return post(new Socket(), port, path, token, language, body);
    }

    /** The same from a socket that is not connected yet. */
    static Sent post(Socket socket, int port, String path, String token, String language, String body)
            throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout((int) EventUpstream.PATIENCE.toMillis());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = String.join(
                "\r\n",
                "POST " + path + " HTTP/1.0",
                "Host: 127.0.0.1",
                "Authorization: Bearer " + token,
                "Accept: text/event-stream",
                "Accept-Language: " + language,
                "Content-Type: application/json",
                "Content-Length: " + bytes.length,
                "",
                "");
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
        return new Sent(socket);
    }

    int status() {
        return Integer.parseInt(status.split(" ")[1]);
    }

    String header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ": ";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElse("");
    }

    /** Waits for the next event; heartbeats before it are passed over. */
    String event() throws IOException {
        StringBuilder event = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty() && !event.isEmpty()) {
                return event.toString();
            }
            if (!line.isEmpty() && !line.startsWith(":")) {
                event.append(event.isEmpty() ? "" : "\n").append(line);
            }
        }
        throw new AssertionError("The answer ended after: " + event);
    }

    /** Waits for that many heartbeats without an event among them. */
    void heartbeats(int count) throws IOException {
        int seen = 0;
        while (seen < count) {
            String line = reader.readLine();
            if (line == null || !(line.isEmpty() || line.equals(":heartbeat"))) {
                throw new AssertionError("Expected heartbeats, not: " + line);
            }
            seen += line.isEmpty() ? 0 : 1;
        }
    }

    /** Waits for the end of the answer, and returns what was still to come. */
    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
