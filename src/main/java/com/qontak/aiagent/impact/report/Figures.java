package com.qontak.aiagent.impact.report;

import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import com.qontak.aiagent.impact.assumptions.CostAssumption;
import com.qontak.aiagent.impact.assumptions.ImpactSettings;
import com.qontak.aiagent.impact.containment.AfterHours;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.containment.SuggestedMinutes;
import com.qontak.aiagent.impact.containment.WaterfallStep;
import com.qontak.aiagent.impact.containment.WorkAbsorbed;
import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.journey.JourneyStep;
import com.qontak.aiagent.impact.journey.Sentiment;
import com.qontak.aiagent.impact.journey.Turns;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Behind;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.DayCounts;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import com.qontak.aiagent.impact.rooms.Reading;
import com.qontak.aiagent.impact.rooms.Rooms;
import com.qontak.aiagent.impact.rooms.RoomsBehind;
import com.qontak.aiagent.impact.story.Told;
import com.qontak.aiagent.impact.trend.Trend;
import com.qontak.aiagent.impact.trend.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** The figures of one slice, each worked out when it is asked for, and the counts they share only once. */
final class Figures {

    private final Rooms rooms;
    private final Instant freshAsOf;
    private final Slice slice;
    private final ImpactSettings settings;
    private final CostAssumption cost;
    private final SingletonSupplier<List<DayCounts>> days;
    private final SingletonSupplier<List<OutcomeMinutes>> outcomes;
    private final SingletonSupplier<Optional<LocalDate>> onboarding = SingletonSupplier.of(this::readOnboarding);
    private final SingletonSupplier<Trend> trend = SingletonSupplier.of(this::readTrend);
    private final SingletonSupplier<Forecast> forecast = SingletonSupplier.of(this::readForecast);
    private final SingletonSupplier<Sentiment> sentiment;
    private final SingletonSupplier<Turns> turns;

    Figures(Reading reading, Slice slice, ImpactSettings settings, CostAssumption cost) {
        Rooms rooms = reading.rooms();
        this.rooms = rooms;
        this.freshAsOf = reading.freshAsOf();
        this.slice = slice;
        this.settings = settings;
        this.cost = cost;
        this.days = SingletonSupplier.of(() -> rooms.countsByDay(slice, settings.businessHours()));
        this.outcomes = SingletonSupplier.of(() -> rooms.journey(slice));
        this.sentiment = SingletonSupplier.of(() -> Sentiment.of(rooms.sentiment(slice)));
        this.turns = SingletonSupplier.of(() -> Turns.of(rooms.turns(slice)).among(all().netContained()));
    }

    /** @return the moment the figures are of */
    Instant freshAsOf() {
        return freshAsOf;
    }

    /** @return the rooms by the date they closed on */
    List<DayCounts> days() {
        return days.obtain();
    }

    Containment containment() {
        return Containment.of(all());
    }

    List<WaterfallStep> waterfall() {
        return WaterfallStep.of(all(), ReportLinks.of(slice)::to);
    }

    List<ReopenPoint> reopenCurve() {
        return rooms.reopenCurve(slice, ReopenPoint.WINDOWS).stream()
                .map(ReopenPoint::of)
                .toList();
    }

    AfterHours afterHours() {
        return AfterHours.of(
                sum(days(), DayCounts::afterHours),
                all(),
                settings.businessHours().assumed());
    }

    WorkAbsorbed workAbsorbed() {
        Slice whole = slice.unfiltered();
        List<OutcomeMinutes> everyone = slice.equals(whole) ? outcomes.obtain() : rooms.journey(whole);
        return WorkAbsorbed.of(
                all().netContained(),
                cost.minutesPerConversation(),
                cost.assumed(),
                SuggestedMinutes.of(everyone),
                cost.hourlyCostIdr());
    }

    Sentiment sentiment() {
        return sentiment.obtain();
    }

    Turns turns() {
        return turns.obtain();
    }

    List<JourneyStep> journey() {
        return JourneyStep.of(outcomes.obtain());
    }

    Trend trend() {
        return trend.obtain();
    }

    Forecast forecast() {
        return forecast.obtain();
    }

    private Trend readTrend() {
        LocalDate onboarding = onboardingDate();
        Period period = slice.period();
        Counts baseline = onboarding == null
                ? Counts.NONE
                : counts(period.between(onboarding, onboarding.plusDays(Trend.BASELINE_DAYS - 1L)));
        return Trend.of(onboarding, baseline, counts(period.previous()), all(), Week.of(period, days()));
    }

    private Forecast readForecast() {
        Period period = slice.period();
        Period next = period.next();
        if (next.to().isBefore(LocalDate.ofInstant(slice.asOf(), period.timeZone()))) {
            return Forecast.none(Forecast.OVER);
        }
        LocalDate onboarding = onboardingDate();
        LocalDate end = lastSettledMonday(period);
        LocalDate start = end.minusWeeks(Forecast.MOST_WEEKS);
        if (onboarding == null || !onboarding.isBefore(end)) {
            return Forecast.of(next, end, List.of());
        }
        LocalDate first = onboarding.isAfter(start) ? onboarding.with(nextOrSame(DayOfWeek.MONDAY)) : start;
        if (!first.isBefore(end)) {
            return Forecast.of(next, end, List.of());
        }
        Period history = period.between(first, end.minusDays(1));
        List<Counts> weeks =
                Week.of(history, daysOf(history)).stream().map(Week::counts).toList();
        return Forecast.of(next, first, weeks);
    }

    /** The days of a history that ends no later than the period: most of it is counted for the report already. */
    private List<DayCounts> daysOf(Period history) {
        Period period = slice.period();
        LocalDate dayBefore = period.from().minusDays(1);
        List<DayCounts> historyDays = new ArrayList<>();
        if (!history.from().isAfter(dayBefore)) {
            LocalDate last = history.to().isBefore(dayBefore) ? history.to() : dayBefore;
            Period before = period.between(history.from(), last);
            historyDays.addAll(rooms.countsByDay(slice.over(before), settings.businessHours()));
        }
        days().stream()
                .filter(day -> !day.day().isBefore(history.from()) && !day.day().isAfter(history.to()))
                .forEach(historyDays::add);
        return historyDays;
    }

    /** @return the Monday after the last week that ends in the period and is settled as a whole */
    private LocalDate lastSettledMonday(Period period) {
        LocalDate settled = LocalDate.ofInstant(slice.settledThrough(), period.timeZone());
        LocalDate end = period.to().plusDays(1);
        return (settled.isBefore(end) ? settled : end).with(previousOrSame(DayOfWeek.MONDAY));
    }

    /** @return all of them, for the story */
    Told told() {
        return new Told(slice, containment(), trend(), afterHours(), workAbsorbed(), forecast(), sentiment(), turns());
    }

    private @Nullable LocalDate onboardingDate() {
        return onboarding.obtain().orElse(null);
    }

    /** The date an admin set, else that of the first room with an AI agent; none before there is one. */
    private Optional<LocalDate> readOnboarding() {
        return Optional.ofNullable(settings.onboardingDate()).or(() -> rooms.firstAiRoom(slice.organizationId())
                .map(first -> LocalDate.ofInstant(first, slice.period().timeZone())));
    }

    /** @return a page of the rooms behind a number; empty when the activity logs should tell and cannot */
    Optional<RoomsBehind> conversations(Behind behind, int limit, long offset) {
        return rooms.conversations(slice, settings.businessHours(), behind, limit, offset);
    }

    private Counts all() {
        return sum(days(), DayCounts::all);
    }

    private Counts counts(Period period) {
        return sum(rooms.countsByDay(slice.over(period), settings.businessHours()), DayCounts::all);
    }

    private static Counts sum(List<DayCounts> days, Function<DayCounts, Counts> which) {
        return days.stream().map(which).reduce(Counts.NONE, Counts::plus);
    }
}
