package com.qontak.aiagent.localrun.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTests {

    @Test
    void twoAtOnceAreApart() {
        try (EmbeddedDatabase one = EmbeddedDatabase.start();
                EmbeddedDatabase other = EmbeddedDatabase.start()) {
            assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
            assertThat(setting(one, "data_directory")).isNotEqualTo(setting(other, "data_directory"));
        }
    }

    @Test
    void closingLeavesNothingBehind() {
        EmbeddedDatabase database = EmbeddedDatabase.start();
        String url = database.jdbcUrl();
        String directory = setting(database, "data_directory");

        database.close();
        database.close();

        assertThat(Path.of(directory)).doesNotExist();
        assertThatNobodyAnswersAt(url);
        assertThatThrownBy(database::jdbcUrl).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theEndOfTheJvmLeavesNothingBehind() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartAndStay.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String url;
        String directory;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            url = lineStartingWith(StartAndStay.URL, output);
            directory = lineStartingWith(StartAndStay.DIRECTORY, output);
            assertThat(Path.of(directory)).exists();
        } finally {
            jvm.destroy();
        }

        assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Path.of(directory)).doesNotExist();
        assertThatNobodyAnswersAt(url);
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return JdbcClient.create(database.dataSource())
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static String lineStartingWith(String start, BufferedReader output) {
        return output.lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }

    private static void assertThatNobodyAnswersAt(String url) {
        assertThatThrownBy(() ->
                        DriverManager.getConnection(url, "postgres", "postgres").close())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    }

    /** The program of the JVM that is told to end while its database runs. */
    static final class StartAndStay {

        private static final String URL = "url=";
        private static final String DIRECTORY = "directory=";

        private StartAndStay() {}

        public static void main(String[] args) throws InterruptedException {
            EmbeddedDatabase database = EmbeddedDatabase.start();
            System.out.println(URL + database.jdbcUrl());
            System.out.println(DIRECTORY + setting(database, "data_directory"));
            Thread.currentThread().join();
        }
    }
}
