package com.qontak.benchmark.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One HTTP/1.1 connection, kept open as long as the other side likes, that sends the same request again and again. It does as little as possible,
 * so that what is measured is the other side.
 */
final class Connection implements AutoCloseable {

    private static final int BUFFER = 128 * 1024;

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
        socket.getOutputStream().write(request);
        String head = head();
        if (!head.startsWith("http/1.1 2")) {
            throw new IOException(head.lines().findFirst().orElse("nothing"));
        }
        long length = body(head);
        if (head.contains("connection: close")) {
            close();
            open();
        }
        return length;
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

    private long body(String head) throws IOException {
        if (head.contains("transfer-encoding: chunked")) {
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
            int size = Integer.parseInt(line(), 16);
            skip(size + 2L);
            if (size == 0) {
                return length;
            }
            length += size;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (position == end) {
                fill();
            }
            byte next = buffer[position++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
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
