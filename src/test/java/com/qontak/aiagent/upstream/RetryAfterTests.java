package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2026-11-29T20:00:00.250Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                             | 0
                    17                            | 17
                    999999                        | 999999
                    Sun, 29 Nov 2026 20:01:00 GMT | 60
                    Sun, 29 Nov 2026 20:00:01 GMT | 1
                    Sun, 29 Nov 2026 20:00:00 GMT | 1
                    Fri, 28 Nov 1975 20:00:00 GMT | 1
                    Fri, 11 Dec 2026 09:46:39 GMT | 999999
                    """)
    void secondsAndDatesAreSeconds(String value, String seconds) {
        assertThat(RetryAfter.seconds(value, NOW)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "1.5",
                "1000000",
                "Fri, 11 Dec 2026 09:46:40 GMT",
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "Mon, 29 Nov 2026 20:01:00 GMT",
                "2026-11-29T20:01:00Z"
            })
    void whatIsNeitherOrTooFarAwayIsNone(String value) {
        assertThat(RetryAfter.seconds(value, NOW)).isEmpty();
    }

    @Test
    void noValueIsNone() {
        @Nullable String none = null;

        assertThat(RetryAfter.seconds(none, NOW)).isEmpty();
    }
}
