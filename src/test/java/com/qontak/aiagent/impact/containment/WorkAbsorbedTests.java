package com.qontak.aiagent.impact.containment;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.rooms.Outcome;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkAbsorbedTests {

    @Test
    void hoursAndRupiahComeFromTheExactProduct() {
        // 68 x 7 = 476 minutes = 7.9333 hours; x 42 500 = 337 166.67
        WorkAbsorbed work = WorkAbsorbed.of(68, BigDecimal.valueOf(7), false, null, 42_500L);
        assertThat(work.hours()).isEqualByComparingTo("7.9");
        assertThat(work.costSavedIdr()).isEqualByComparingTo("337167");
    }

    @Test
    void halfARupiahIsRoundedUp() {
        // 1 minute at 30 an hour is half a rupiah
        assertThat(WorkAbsorbed.of(1, BigDecimal.ONE, false, null, 30L).costSavedIdr())
                .isEqualByComparingTo("1");
    }

    @Test
    void withoutAnHourlyCostThereIsNoMoney() {
        assertThat(WorkAbsorbed.of(68, BigDecimal.valueOf(6), true, null, null).costSavedIdr())
                .isNull();
    }

    @Test
    void minutesAreSuggestedFromThirtyRoomsOfPeopleAlone() {
        assertThat(suggested(29, "9.5")).isNull();
        assertThat(suggested(30, "9.5")).isEqualByComparingTo("9.5");
    }

    @Test
    void noMoreThanAnHourIsSuggested() {
        assertThat(suggested(30, "60.1")).isEqualByComparingTo("60");
    }

    private static BigDecimal suggested(long conversations, String median) {
        return SuggestedMinutes.of(List.of(
                new OutcomeMinutes(Outcome.AI_THEN_HUMAN, 1000, 1000, BigDecimal.ONE),
                new OutcomeMinutes(Outcome.HUMAN_ONLY, conversations, conversations, new BigDecimal(median))));
    }
}
