package com.qontak.aiagent.upstream.noncoremrag;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An upstream that reads so many bytes of one request, never answers, and tells what it got. */
final class ReadingUpstream implements AutoCloseable {

    private static final int SMALL_WINDOW = 64 * 1024;

    private final ServerSocket server;
    private final CompletableFuture<byte[]> received;
    private volatile @Nullable Socket connection;

    private ReadingUpstream(ServerSocket server, long most) {
        this.server = server;
        this.received = CompletableFuture.supplyAsync(() -> read(most));
    }

    /** @param most what it reads, if the request does not end before */
    static ReadingUpstream start(long most) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReceiveBufferSize(SMALL_WINDOW);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return new ReadingUpstream(server, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Waits until the request has ended or been read as far as it will be. */
    String received() {
        return new String(received.join(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The connection stays open with the rest unread, until this object is closed.
    private byte[] read(long most) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        byte[] piece = new byte[8 * 1024];
        try {
            connection = server.accept();
            InputStream body = connection.getInputStream();
            for (int count = 0; count >= 0 && request.size() < most; count = body.read(piece)) {
                request.write(piece, 0, count);
            }
        } catch (IOException reset) {
            // What came before it is what was received.
        }
        return request.toByteArray();
    }
}
