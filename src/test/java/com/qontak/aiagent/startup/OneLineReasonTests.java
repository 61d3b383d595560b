package com.qontak.aiagent.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class OneLineReasonTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final OneLineReason reporter = new OneLineReason(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void refusalIsPrintedInOneLineHoweverDeepItStands() {
        Throwable failure = new IllegalStateException(
                "context", new RuntimeException("bean", new RefusedToStart("x.y is missing; set X_Y\nand more", null)));

        assertThat(reporter.reportException(failure)).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("Refusing to start: x.y is missing; set X_Y" + System.lineSeparator());
    }

    @Test
    void portInUseIsNamed() {
        assertThat(OneLineReason.reason(new IllegalStateException(new PortInUseException(8080))))
                .hasValue("port 8080 is in use");
    }

    @Test
    void databaseThatRefusesShowsItsStateAndNoAddress() {
        assertThat(OneLineReason.reason(
                        new RuntimeException(new SQLException("Connection to db:5432 refused", "08001"))))
                .hasValue("the database does not let us in (SQL state 08001)");
    }

    @Test
    void anythingElseIsLeftToTheLog() {
        assertThat(reporter.reportException(new IllegalStateException("a defect")))
                .isFalse();
        assertThat(printed.size()).isZero();
    }
}
