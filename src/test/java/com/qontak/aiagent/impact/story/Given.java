package com.qontak.aiagent.impact.story;

import com.qontak.aiagent.impact.containment.AfterHours;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.containment.WorkAbsorbed;
import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.journey.Sentiment;
import com.qontak.aiagent.impact.journey.Turns;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.SentimentChange;
import com.qontak.aiagent.impact.rooms.TurnsTaken;
import com.qontak.aiagent.impact.trend.Trend;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An October about which everything is known, to take something away from. */
final class Given {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Counts MANY = new Counts(0, 250, 128, 71, 731);

    Period period = StoryTellerTests.OCTOBER;
    boolean over;
    long recorded = 640;
    BigDecimal turns = BigDecimal.valueOf(4);
    Counts counts = MANY;
    Counts previous = new Counts(0, 300, 128, 71, 681);
    Counts baseline = new Counts(0, 400, 128, 71, 581);
    boolean assumed;
    BigDecimal minutes = BigDecimal.valueOf(6);

    @Nullable
    Long hourlyCost = 42_500L;

    boolean logged = true;

    @Nullable
    LocalDate onboarding = StoryTellerTests.SEPTEMBER;

    List<Counts> weeks = IntStream.range(0, 16)
            .mapToObj(week -> StoryTellerTests.week(50 + week))
            .toList();
    BigDecimal mood = new BigDecimal("0.21");
    Filter filter = Filter.NONE;
    Instant asOf = Instant.parse("2026-11-20T03:00:00Z");

    Told build() {
        Counts night = new Counts(
                counts.pending() / 2,
                counts.personAttached() / 2,
                counts.notResolvedByAi() / 2,
                counts.reopened() / 2,
                counts.netContained() / 2);
        return new Told(
                new Slice(1, period, filter, asOf, Duration.ofHours(48)),
                Containment.of(counts),
                Trend.of(onboarding, baseline, previous, counts, List.of()),
                AfterHours.of(night, counts, assumed),
                WorkAbsorbed.of(counts.netContained(), minutes, assumed, new BigDecimal("9.5"), hourlyCost),
                over ? Forecast.none(Forecast.OVER) : Forecast.of(period.next(), MONDAY, weeks),
                Sentiment.of(Optional.of(new SentimentChange(logged ? mood : null, recorded))),
                Turns.of(Optional.of(
                                new TurnsTaken(logged ? turns : null, logged ? BigDecimal.valueOf(9) : null, recorded)))
                        .among(counts.netContained()));
    }

    /** Any report at all. */
    static Given any(Random random) {
        Given given = new Given();
        int size = new int[] {0, 1, 5, 40, 3000}[random.nextInt(5)];
        given.counts = counts(random, size);
        given.recorded = random.nextInt(60);
        given.turns = BigDecimal.valueOf(1 + random.nextInt(3));
        given.over = random.nextInt(4) == 0;
        given.period = StoryTellerTests.OCTOBER.between(
                StoryTellerTests.OCTOBER.from().minusDays(random.nextInt(200)), StoryTellerTests.OCTOBER.to());
        given.previous = counts(random, random.nextInt(2) * size);
        given.baseline = counts(random, random.nextInt(2) * 300);
        given.assumed = random.nextBoolean();
        given.hourlyCost = random.nextBoolean() ? null : 1L + random.nextInt(200_000);
        given.logged = random.nextBoolean();
        given.onboarding = random.nextInt(4) == 0 ? null : StoryTellerTests.SEPTEMBER.plusDays(random.nextInt(120));
        given.weeks = IntStream.range(0, random.nextInt(30))
                .mapToObj(week -> counts(random, 1 + random.nextInt(60)))
                .toList();
        given.mood = BigDecimal.valueOf(random.nextInt(200) - 100, 2);
        given.filter = random.nextBoolean() ? Filter.NONE : new Filter("whatsapp", null);
        return given;
    }

    private static Counts counts(Random random, int size) {
        return new Counts(
                random.nextInt(size + 1),
                random.nextInt(size + 1),
                random.nextInt(size + 1),
                random.nextInt(size + 1),
                random.nextInt(size + 1));
    }
}
