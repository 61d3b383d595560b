package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTests {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"2\" ,\"3\" ", "\"2\",W/\"2\",\"3\"", "*", " * ", "\"\", \"3\""})
    void versionThatIsNamedMayBeChanged(String header) {
        assertThatCode(() -> IfMatch.required(header).check(3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"33\"", "\"03\""})
    void anotherVersionMayNot(String header) {
        assertThatThrownBy(() -> IfMatch.required(header).check(3))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.VERSION_MOVED_ON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "\"3\" \"4\"", "\"3\",x", "x\"3\""})
    void whatIsNoListOfEntityTagsIsRefused(String header) {
        assertThatThrownBy(() -> IfMatch.required(header))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.MALFORMED_REQUEST));
    }

    /** Backtracking, a hundred kilobytes would take half a minute. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void headerOfBlanksTakesNoLongerThanItsLength() {
        assertThatThrownBy(() -> IfMatch.required("\"1\"," + " ".repeat(100_000) + "x"))
                .isInstanceOf(ProblemException.class);
    }
}
