package com.qontak.aiagent.localrun.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL 17 of its own, on a free port of the loopback interface, for the time of one run.
 * <p>Its data lives in a temporary directory and is as volatile as that: nothing is synced to disk, and closing
 * removes it. A JVM that ends, by Ctrl-C as well, closes it. The server's binaries stay unpacked in the temporary
 * directory of the machine, for the next run.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(20);

    private final Thread closeAtExit = new Thread(this::close, "embedded-database-close");
    private @Nullable Path directory;
    private @Nullable EmbeddedPostgres server;

    private EmbeddedDatabase() {}

    /**
     * Starts a server and waits until it answers, about a second once its binaries are unpacked.
     *
     * @return a running server with one empty database
     * @throws CompletionException if it does not answer within 20 seconds
     */
    public static EmbeddedDatabase start() {
        EmbeddedDatabase database = new EmbeddedDatabase();
        database.open();
        return database;
    }

    /** @return where the empty database is, without credentials */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server().getPort() + "/postgres";
    }

    /** @return the superuser's name */
    public String user() {
        return SUPERUSER;
    }

    /** @return a password for those who must give one: the server trusts every local connection */
    public String password() {
        return SUPERUSER;
    }

    /** @return unpooled connections of the superuser to the empty database */
    public DataSource dataSource() {
        return server().getPostgresDatabase();
    }

    /**
     * Puts the closing at the end of the JVM off until Spring Boot has closed every context, so that what still runs
     * while the application drains finds its database there. To be called once, while the application starts or runs.
     */
    public void closeAfterSpring() {
        SpringApplication.getShutdownHandlers().add(this::close);
        Runtime.getRuntime().removeShutdownHook(closeAtExit);
    }

    /** Stops the server and removes its data; connections still open are cut. Closing twice does nothing more. */
    @Override
    public synchronized void close() {
        try {
            if (server != null) {
                server.close();
            }
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server = null;
            directory = null;
        }
    }

    // An exit halfway waits for the start, then undoes it: hence the lock that close() takes, and another thread for
    // the work, as a Spring context that is closed while it starts interrupts the one that starts it.
    private synchronized void open() {
        Runtime.getRuntime().addShutdownHook(closeAtExit);
        server = CompletableFuture.supplyAsync(this::startServer).join();
    }

    private EmbeddedPostgres startServer() {
        try {
            directory = Files.createTempDirectory("ai-agent-postgres");
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTUP_LIMIT)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized EmbeddedPostgres server() {
        if (server == null) {
            throw new IllegalStateException("The database is closed");
        }
        return server;
    }
}
