package com.qontak.aiagent.impact.page;

import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.journey.JourneyStep;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.story.Story;
import com.qontak.aiagent.impact.story.Told;
import com.qontak.aiagent.impact.story.Wording;
import com.qontak.aiagent.impact.trend.Week;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything the template names, written in the page's language already. */
record PageContent(
        String language,
        PageTexts t,
        String organization,
        String period,
        String asOf,
        @Nullable String hero,
        Story story,
        List<Fact> facts,
        WeeklyChart weekly,
        @Nullable JourneyFlow flow,
        @Nullable DayAndNight hours,
        List<WeekRow> weekRows,
        List<JourneyRow> journeyRows) {

    record Fact(String value, String label) {}

    record WeekRow(String dates, String handled, String settled, String finished, String cameBack, String share) {}

    record JourneyRow(String name, String conversations, String share, String minutes) {}

    static PageContent of(
            String organization,
            Told told,
            Instant freshAsOf,
            List<JourneyStep> journey,
            Story story,
            Wording wording) {
        Containment figures = told.containment();
        Period period = told.slice().period();
        boolean empty = journey.stream().allMatch(step -> step.conversations() == 0);
        LocalDateTime asOf = LocalDateTime.ofInstant(freshAsOf, period.timeZone());
        return new PageContent(
                story.language(),
                new PageTexts(wording),
                organization,
                wording.text("page.period", wording.date(period.from()), wording.date(period.to())),
                wording.text(
                        "page.as_of",
                        wording.date(asOf.toLocalDate()),
                        DateTimeFormatter.ofPattern("HH:mm").format(asOf),
                        period.timeZone().getId()),
                figures.netRate() == null ? null : wording.percent(figures.netRate()),
                story,
                facts(told, wording),
                WeeklyChart.of(told.trend(), told.forecast(), wording),
                empty ? null : JourneyFlow.of(journey, wording),
                figures.settled() == 0 ? null : DayAndNight.of(figures, told.afterHours(), wording),
                weekRows(told, wording),
                journey.stream().map(step -> row(step, wording)).toList());
    }

    private static List<Fact> facts(Told told, Wording wording) {
        Containment figures = told.containment();
        BigDecimal cost = told.workAbsorbed().costSavedIdr();
        BigDecimal hours = told.workAbsorbed().hours();
        Fact alone = fact("page.fact.alone", BigDecimal.valueOf(figures.netContained()), wording);
        Fact returned = fact("page.fact.returned", BigDecimal.valueOf(figures.reopened()), wording);
        Fact saved = cost == null
                ? fact("page.fact.hours", hours, wording)
                : new Fact(wording.rupiah(cost), wording.text("page.fact.cost", wording.counted("hours", hours)));
        List<Fact> facts = List.of(alone, returned, saved);
        return figures.handled() > 0 && figures.settled() == 0
                ? facts.stream()
                        .map(fact -> new Fact(wording.text("page.fact.unknown"), fact.label()))
                        .toList()
                : facts;
    }

    private static Fact fact(String key, BigDecimal count, Wording wording) {
        return new Fact(wording.decimal(count), wording.counted(key, count));
    }

    /** The weeks, and what the chart draws beside them. */
    private static List<WeekRow> weekRows(Told told, Wording wording) {
        List<WeekRow> rows = new ArrayList<>();
        told.trend().weeks().forEach(week -> rows.add(row(week, wording)));
        Containment baseline = told.trend().baseline();
        if (baseline != null) {
            rows.add(new WeekRow(
                    wording.text("page.key_baseline"),
                    wording.number(baseline.handled()),
                    wording.number(baseline.settled()),
                    wording.number(baseline.netContained()),
                    wording.number(baseline.reopened()),
                    baseline.netRate() == null ? "–" : wording.percent(baseline.netRate())));
        }
        Forecast next = told.forecast();
        if (next.from() != null && next.to() != null && next.netContained() != null && next.netRate() != null) {
            rows.add(new WeekRow(
                    wording.text("page.expected_dates", wording.date(next.from()), wording.date(next.to())),
                    "–",
                    "–",
                    range(next.netContained(), rooms -> wording.number(rooms.longValue()), wording),
                    "–",
                    range(next.netRate(), wording::percent, wording)));
        }
        return rows;
    }

    private static String range(Forecast.Range range, Function<BigDecimal, String> written, Wording wording) {
        return wording.text(
                "page.range", written.apply(range.point()), written.apply(range.low()), written.apply(range.high()));
    }

    private static WeekRow row(Week week, Wording wording) {
        return new WeekRow(
                wording.date(week.from()) + " – " + wording.date(week.to()),
                wording.number(week.handled()),
                wording.number(week.settled()),
                wording.number(week.netContained()),
                wording.number(week.reopened()),
                week.netRate() == null ? "–" : wording.percent(week.netRate()));
    }

    private static JourneyRow row(JourneyStep step, Wording wording) {
        return new JourneyRow(
                wording.text("page.outcome." + step.outcome().code()),
                wording.number(step.conversations()),
                step.share() == null ? "–" : wording.percent(step.share()),
                step.medianMinutes() == null ? "–" : wording.decimal(step.medianMinutes()));
    }
}
