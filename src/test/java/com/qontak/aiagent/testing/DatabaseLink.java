package com.qontak.aiagent.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the service and its database, which can be cut, or left hanging with nobody at the other end. */
public final class DatabaseLink implements AutoCloseable {

    private enum State {
        WHOLE,
        SILENT,
        CUT
    }

    private final FreshDatabase database;
    private final URI server;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    private DatabaseLink(FreshDatabase database) throws IOException {
        this.database = database;
        this.server = URI.create(database.url().substring("jdbc:".length()));
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public static DatabaseLink to(FreshDatabase database) {
        try {
            return new DatabaseLink(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the same database, at this end of the wire */
    public FreshDatabase near() {
        String url = "jdbc:postgresql://127.0.0.1:" + entrance.getLocalPort() + server.getPath();
        return new FreshDatabase(url, database.user(), database.password());
    }

    /** Closes every connection, and each new one at once. */
    public void cut() {
        become(State.CUT);
        sockets.forEach(DatabaseLink::close);
    }

    /** Accepts connections, and passes nothing on in either direction. */
    public void fallSilent() {
        become(State.SILENT);
    }

    /** Lets everything through again, also what was held back. */
    public void mend() {
        become(State.WHOLE);
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    private synchronized boolean mayPass() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
        return state == State.WHOLE;
    }

    private synchronized boolean isCut() {
        return state == State.CUT;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                if (isCut()) {
                    close(near);
                    continue;
                }
                Socket far = new Socket(server.getHost(), server.getPort());
                sockets.add(near);
                sockets.add(far);
                daemon(() -> pump(near, far));
                daemon(() -> pump(far, near));
            } catch (IOException ended) {
                // The wire is taken down, or the database is: the next caller finds out.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && mayPass(); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // One end hung up, and now so does the other.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "database-link");
        thread.setDaemon(true);
        thread.start();
    }
}
