package com.qontak.aiagent.startup;

import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A relation of others that the service cannot work without. */
public final class RequiredRelation {

    private RequiredRelation() {}

    /**
     * Asks for no row, which any Postgres answers at once, and only if the relation and its columns are there.
     *
     * @param jdbc connections to the database that should have it
     * @param name the relation, as it is read
     * @param emptySelect a statement that names every column it needs and selects nothing
     * @throws RefusedToStart if the relation or a column is missing, or may not be read
     */
    public static void check(JdbcClient jdbc, String name, String emptySelect) {
        try {
            jdbc.sql(emptySelect).query().listOfRows();
        } catch (BadSqlGrammarException unfit) {
            throw new RefusedToStart(
                    "the relation " + name + " cannot be read as it is needed: "
                            + unfit.getSQLException().getMessage(),
                    unfit);
        }
    }
}
