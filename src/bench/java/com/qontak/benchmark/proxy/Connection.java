package com.qontak.benchmark.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One HTTP/1.1 connection, kept open as long as the other side likes, that sends the same request again and again. It does as little as possible,
 * so that what is measured is the other side.
 */
final class Connection implements AutoCloseable {

    private static final int BUFFER = 32 * 1024;
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final int port;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;
    private InputStream in;
    private int position;
    private int end;

    Connection(int port) throws IOException {
        this.port = port;
        open();
    }

    /**
     * @param request a whole request, as bytes
     * @return the length of the answer's body
     * @throws IOException if the answer is not a 2xx, or breaks off
     */
    long exchange(byte[] request) throws IOException {
        ask(request);
        return answer();
    }

    /** Sends a request without waiting for its answer. */
    void ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    /** The answer to what was asked, as {@link #exchange} has it. */
    long answer() throws IOException {
        String head = success();
        long length = body(head);
        reopenIfClosed(head);
        return length;
    }

    /**
     * The answer to what was asked, line by line as it comes in: one of unknown length, as a stream of events is.
     *
     * @throws IOException if the answer is not a 2xx, has a length, or breaks off
     */
    void lines(Consumer<String> reader) throws IOException {
        String head = success();
        if (!head.contains(CHUNKED)) {
            throw new IOException("No stream: " + head);
        }
        StringBuilder line = new StringBuilder();
        for (int left = chunk(); left > 0; left = chunk()) {
            for (; left > 0; left--) {
                char next = (char) next();
                if (next == '\n') {
                    reader.accept(line.toString());
                    line.setLength(0);
                } else {
                    line.append(next);
                }
            }
            skip(2);
        }
        skip(2);
        reopenIfClosed(head);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        position = 0;
        end = 0;
    }

    private String success() throws IOException {
        String head = head();
        if (!head.startsWith("http/1.1 2")) {
            throw new IOException(head.lines().findFirst().orElse("nothing"));
        }
        return head;
    }

    private void reopenIfClosed(String head) throws IOException {
        if (head.contains("connection: close")) {
            close();
            open();
        }
    }

    private long body(String head) throws IOException {
        if (head.contains(CHUNKED)) {
            return chunks();
        }
        long length = Long.parseLong(header(head, "content-length: "));
        skip(length);
        return length;
    }

    private String head() throws IOException {
        int seen = position;
        while (true) {
            for (int index = seen; index + 3 < end; index++) {
                if (buffer[index] == '\r'
                        && buffer[index + 1] == '\n'
                        && buffer[index + 2] == '\r'
                        && buffer[index + 3] == '\n') {
                    String head = new String(buffer, position, index + 2 - position, StandardCharsets.ISO_8859_1);
                    position = index + 4;
                    return head.toLowerCase(Locale.ROOT);
                }
            }
            int unread = end - position;
            fill();
            seen = Math.max(0, unread - 3);
        }
    }

    private long chunks() throws IOException {
        long length = 0;
        while (true) {
            int size = chunk();
            skip(size + 2L);
            if (size == 0) {
                return length;
            }
            length += size;
        }
    }

    private int chunk() throws IOException {
        StringBuilder size = new StringBuilder();
        for (byte next = next(); next != '\n'; next = next()) {
            if (next != '\r') {
                size.append((char) next);
            }
        }
        return Integer.parseInt(size.toString(), 16);
    }

    private byte next() throws IOException {
        if (position == end) {
            fill();
        }
        return buffer[position++];
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (position == end) {
                fill();
            }
            int step = (int) Math.min(left, end - position);
            position += step;
            left -= step;
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("Closed after " + new String(Arrays.copyOf(buffer, end), StandardCharsets.UTF_8));
        }
        end += read;
    }

    private static String header(String head, String name) throws IOException {
        int start = head.indexOf(name);
        if (start < 0) {
            throw new IOException("No length in " + head);
        }
        int from = start + name.length();
        return head.substring(from, head.indexOf("\r\n", from)).strip();
    }
}
