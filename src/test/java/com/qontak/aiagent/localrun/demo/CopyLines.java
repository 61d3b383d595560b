package com.qontak.aiagent.localrun.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into one relation, in the text format of Postgres' COPY; values hold no tab and no backslash. */
final class CopyLines {

    private final StringBuilder lines = new StringBuilder();

    void add(@Nullable Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            lines.append(i == 0 ? "" : "\t").append(text(columns[i]));
        }
        lines.append('\n');
    }

    /**
     * @param columns the relation and its columns in the order of the rows, {@code relation (column, …)}
     */
    void copyInto(Connection connection, String columns) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + columns + " from stdin", new StringReader(lines.toString()));
        } catch (IOException e) {
            throw new SQLException("Could not copy into " + columns, e);
        }
    }

    // An instant of its own takes several times as long to print.
    private static Object text(@Nullable Object value) {
        if (value == null) {
            return "\\N";
        }
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }
}
