package com.qontak.aiagent.impact.rates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

    @ParameterizedTest(name = "{0}/{1} against {2}/{3} is {4}")
    @CsvSource({
        "80, 100, 50, 100, BETTER",
        "50, 100, 80, 100, WORSE",
        "55, 100, 50, 100, TOO_EARLY",
        "29, 29, 0, 1000, TOO_EARLY",
        "30, 30, 0, 29, TOO_EARLY",
        "30, 30, 0, 30, BETTER",
        "0, 0, 0, 0, TOO_EARLY"
    })
    void judgesOnlyWhatIsMoreThanChance(long part, long whole, long otherPart, long otherWhole, Verdict verdict) {
        assertThat(Verdict.of(new Ratio(part, whole), new Ratio(otherPart, otherWhole), 30))
                .isEqualTo(verdict);
    }
}
