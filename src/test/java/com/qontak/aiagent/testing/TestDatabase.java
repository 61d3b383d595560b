package com.qontak.aiagent.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.qontak.aiagent.localrun.demo.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;

/**
 * The one PostgreSQL 17 of a test JVM: a container where a Docker engine answers, an embedded server otherwise. It
 * starts with the first test that asks and ends with the JVM; tests are kept apart by a database each.
 */
public final class TestDatabase {

    /** The password of the role that reads the chatbot's relations, in every database of the server. */
    public static final String READER_PASSWORD = "reader";

    private static final String IMAGE = "postgres:17";
    private static final String INITDB_ARGUMENTS = "--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8";

    private final FreshDatabase maintenance;
    private final AtomicInteger created = new AtomicInteger();

    private TestDatabase(FreshDatabase maintenance) {
        this.maintenance = maintenance;
    }

    /** @return the server that all tests of this JVM share, started if need be */
    public static TestDatabase shared() {
        return Shared.INSTANCE;
    }

    /**
     * Creates an empty database, in about a tenth of a second. It is never dropped: it goes with the server.
     *
     * @return how to reach it, as a superuser
     * @throws IllegalStateException if the server cannot create it
     */
    public FreshDatabase freshDatabase() {
        return database("template1");
    }

    /**
     * The same with all that another database has.
     *
     * @param template one of this server's, to which nobody is connected
     */
    FreshDatabase copyOf(FreshDatabase template) {
        return database(template.url().substring(template.url().lastIndexOf('/') + 1));
    }

    private FreshDatabase database(String template) {
        String name = "t_" + created.incrementAndGet();
        DataSource server = maintenance.dataSource();
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database " + name, e);
        }
        String siblings = maintenance.url().substring(0, maintenance.url().lastIndexOf('/') + 1);
        return new FreshDatabase(siblings + name, maintenance.user(), maintenance.password());
    }

    private static TestDatabase start() {
        return new TestDatabase(dockerAnswers() ? container() : embedded());
    }

    // Looking for an engine that is not there is reported at length as an error, which here it is not.
    private static boolean dockerAnswers() {
        Logger logger = (Logger) LoggerFactory.getLogger("org.testcontainers");
        Level level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } finally {
            logger.setLevel(level);
        }
    }

    // Ends with the JVM: the library's own companion container sees to it.
    @SuppressWarnings("resource")
    private static FreshDatabase container() {
        PostgreSQLContainer<?> container = new PostgreSQLContainer<>(IMAGE)
                .withEnv("POSTGRES_INITDB_ARGS", INITDB_ARGUMENTS)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/"
                + container.getDatabaseName();
        return new FreshDatabase(url, container.getUsername(), container.getPassword());
    }

    // Ends with the JVM: the server sees to it itself.
    @SuppressWarnings("resource")
    private static FreshDatabase embedded() {
        EmbeddedDatabase database = EmbeddedDatabase.start();
        return new FreshDatabase(database.jdbcUrl(), database.user(), database.password());
    }

    private static final class Shared {
        private static final TestDatabase INSTANCE = start();
    }
}
