package com.qontak.aiagent.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class RecentAnswerTests {

    private static final Duration RECENT = Duration.ofSeconds(10);

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-20T03:00:00Z"));
    private final Queue<String> answers = new ArrayDeque<>(List.of("first", "away", "third"));
    private final RecentAnswer<String> recent = new RecentAnswer<>("anything", this::answer, RECENT, clock);

    @Test
    void answerStandsForAWhile() {
        assertThat(recent.get()).contains("first");
        clock.step(RECENT.minusMillis(1));

        assertThat(recent.get()).contains("first");
        assertThat(answers).hasSize(2);
    }

    @Test
    void failureStandsAsLongAndNoFormerAnswerInItsPlace() {
        recent.get();
        clock.step(RECENT);

        assertThat(recent.get()).isEmpty();
        assertThat(recent.get()).isEmpty();
        assertThat(answers).containsExactly("third");

        clock.step(RECENT);
        assertThat(recent.get()).contains("third");
    }

    private String answer() {
        String next = answers.remove();
        if (next.equals("away")) {
            throw new DataAccessResourceFailureException("away");
        }
        return next;
    }
}
