package com.qontak.aiagent.localrun.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The relations {@code organizations}, {@code rooms} and {@code ai_activity_logs} as their owner would have made them,
 * and a role that may read these three and nothing else.
 */
public final class ChatbotSchema {

    /** The login role that reads the three relations. */
    public static final String READER = "impact_reader";

    private static final String DDL_RESOURCE = "chatbot-schema.sql";

    private static final String READER_EXISTS = "select exists (select from pg_roles where rolname = ?)";

    // A password cannot be a parameter of the statement itself, hence the quoting by the server.
    private static final String READER_STATEMENT = "select format(?, ?::text, ?::text)";

    private ChatbotSchema() {}

    /**
     * Creates the empty relations with their indexes, and lets the reader in.
     *
     * @param owner connections of a superuser to a database without these relations
     * @param readerPassword the password {@link #READER} has from now on, in every database of the server: roles are
     *     the server's, so one that exists already is kept and gets this password
     * @throws SQLException if the relations exist, or the server cannot answer; nothing is changed then
     */
    public static synchronized void create(DataSource owner, String readerPassword) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(readerStatement(connection, readerPassword));
            statement.execute(ddl());
            connection.commit();
        }
    }

    private static String readerStatement(Connection connection, String password) throws SQLException {
        boolean exists;
        try (PreparedStatement statement = connection.prepareStatement(READER_EXISTS)) {
            statement.setString(1, READER);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                exists = result.getBoolean(1);
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(READER_STATEMENT)) {
            statement.setString(1, (exists ? "alter" : "create") + " role %I login password %L");
            statement.setString(2, READER);
            statement.setString(3, password);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static String ddl() {
        try (InputStream resource = ChatbotSchema.class.getResourceAsStream(DDL_RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
