package com.qontak.aiagent.localrun.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qontak.aiagent.testing.FreshDatabase;
import com.qontak.aiagent.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChatbotSchemaTests {

    private static final String PASSWORD = "it's \\ a secret";

    private static FreshDatabase database;
    private static JdbcClient owner;
    private static JdbcClient reader;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.shared().freshDatabase();
        ChatbotSchema.create(database.dataSource(), PASSWORD);
        owner = JdbcClient.create(database.dataSource());
        owner.sql("create table private_notes (note text)").update();
        reader = JdbcClient.create(database.dataSource(ChatbotSchema.READER, PASSWORD));
    }

    // The role is the server's, and all other tests read as it.
    @AfterAll
    static void giveTheReaderItsPasswordBack() {
        owner.sql("alter role " + ChatbotSchema.READER + " password '" + TestDatabase.READER_PASSWORD + "'")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "rooms", "ai_activity_logs"})
    void theReaderReadsTheRelation(String relation) {
        assertThat(reader.sql("select count(*) from " + relation)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into organizations (id, name, plan) values (9, 'Toko', 'plus')",
                "update rooms set closed_reason = 'RESOLVE_AI'",
                "delete from ai_activity_logs",
                "truncate rooms",
                "drop table rooms",
                "create table mine (id int)",
                "select * from private_notes"
            })
    void theReaderMayDoNothingElse(String statement) {
        assertThatThrownBy(() -> reader.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void anotherDatabaseOfTheServerGetsTheSameReader() {
        FreshDatabase other = TestDatabase.shared().freshDatabase();

        assertThatCode(() -> ChatbotSchema.create(other.dataSource(), PASSWORD)).doesNotThrowAnyException();

        JdbcClient otherReader = JdbcClient.create(other.dataSource(ChatbotSchema.READER, PASSWORD));
        assertThat(otherReader.sql("select current_user").query(String.class).single())
                .isEqualTo(ChatbotSchema.READER);
    }

    @Test
    void theReaderHasAPassword() {
        assertThat(owner.sql("select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = ?")
                        .param(ChatbotSchema.READER)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aSecondSchemaInTheSameDatabaseIsRefused() {
        assertThatThrownBy(() -> ChatbotSchema.create(database.dataSource(), PASSWORD))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("already exists");
    }
}
