package com.qontak.aiagent.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTests {

    @Test
    void theServerIsSharedAndItsDatabasesAreNot() {
        FreshDatabase one = TestDatabase.shared().freshDatabase();
        FreshDatabase other = TestDatabase.shared().freshDatabase();

        JdbcClient.create(one.dataSource()).sql("create table seen (id int)").update();

        assertThat(tables(one)).isEqualTo(1);
        assertThat(tables(other)).isZero();
        assertThat(startOf(one)).isEqualTo(startOf(other));
    }

    @Test
    void isPostgres17InAnyCase() {
        String version = JdbcClient.create(TestDatabase.shared().freshDatabase().dataSource())
                .sql("show server_version")
                .query(String.class)
                .single();

        assertThat(version).startsWith("17.");
    }

    @Test
    void lettersBeyondAsciiHaveAnUpperCase() {
        String upper = JdbcClient.create(TestDatabase.shared().freshDatabase().dataSource())
                .sql("select upper('é')")
                .query(String.class)
                .single();

        assertThat(upper).isEqualTo("É");
    }

    private static int tables(FreshDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Integer.class)
                .single();
    }

    private static String startOf(FreshDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select pg_postmaster_start_time()::text")
                .query(String.class)
                .single();
    }
}
