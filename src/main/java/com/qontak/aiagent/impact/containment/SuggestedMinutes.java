package com.qontak.aiagent.impact.containment;

import com.qontak.aiagent.impact.rooms.Outcome;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the organization's own people need for a conversation, measured where no AI agent took part. */
public final class SuggestedMinutes {

    private static final int ENOUGH = 30;
    private static final BigDecimal LONGEST = BigDecimal.valueOf(60);

    private SuggestedMinutes() {}

    /**
     * @param journey the organization's closed rooms of the period, of all channels
     * @return the median from creation to close of the rooms people handled alone, one decimal, at most 60; null when
     *     there are fewer than 30 that did not close before they were created
     */
    public static @Nullable BigDecimal of(List<OutcomeMinutes> journey) {
        return journey.stream()
                .filter(rooms -> rooms.outcome() == Outcome.HUMAN_ONLY)
                .filter(rooms -> rooms.timed() >= ENOUGH)
                .map(OutcomeMinutes::medianMinutes)
                .findFirst()
                .map(LONGEST::min)
                .orElse(null);
    }
}
