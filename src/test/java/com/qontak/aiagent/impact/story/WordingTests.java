package com.qontak.aiagent.impact.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;

class WordingTests {

    @ParameterizedTest
    @CsvSource({
        "48h, 48 hours, 48 jam",
        "1h, 1 hour, 1 jam",
        "90m, 90 minutes, 90 menit",
        "1m, 1 minute, 1 menit",
        "150s, 2.5 minutes, '2,5 menit'",
        "30d, 720 hours, 720 jam"
    })
    void aWindowIsToldInHoursWhereItIsWholeHours(String duration, String english, String indonesian) {
        Duration window = DurationStyle.detectAndParse(duration);
        assertThat(new Wording(Language.ENGLISH).duration(window)).isEqualTo(english);
        assertThat(new Wording(Language.INDONESIAN).duration(window)).isEqualTo(indonesian);
    }
}
