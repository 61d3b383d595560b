package com.qontak.aiagent.impact.story;

import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.containment.WorkAbsorbed;
import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.rates.Interval;
import com.qontak.aiagent.impact.rates.Verdict;
import com.qontak.aiagent.impact.trend.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what happened, never more than the figures say; what weakens them is said by {@link Cautions}. */
public final class StoryTeller {

    private static final BigDecimal NOTICEABLE = new BigDecimal("0.05");

    private final Told told;
    private final Wording wording;
    private final List<String> sentences = new ArrayList<>();

    private StoryTeller(Told told, Wording wording) {
        this.told = told;
        this.wording = wording;
    }

    /**
     * @param told the figures
     * @param language which to tell them in
     * @return the story
     */
    public static Story tell(Told told, Language language) {
        Wording wording = new Wording(language);
        StoryTeller teller = new StoryTeller(told, wording);
        return new Story(language.code(), teller.headline(), teller.sentences(), Cautions.of(told, wording));
    }

    private String headline() {
        Containment figures = told.containment();
        BigDecimal rate = figures.netRate();
        if (figures.handled() == 0) {
            return wording.text("headline.none");
        }
        if (rate == null) {
            return wording.text("headline.settling", wording.conversations(figures.pending()));
        }
        String none = figures.netContained() == 0 ? ".none" : "";
        return figures.enoughData()
                ? wording.text("headline.enough" + none, wording.percent(rate))
                : wording.text(
                        "headline.few" + none,
                        number(figures.netContained()),
                        wording.conversations(figures.settled()));
    }

    private List<String> sentences() {
        if (told.containment().handled() == 0) {
            add(
                    "none",
                    date(told.slice().period().from()),
                    date(told.slice().period().to()));
        } else {
            alone();
            returned();
            compared();
            night();
            saved();
            mood();
        }
        next();
        return sentences;
    }

    private void alone() {
        Containment figures = told.containment();
        BigDecimal rate = figures.netRate();
        Interval interval = figures.netRateInterval();
        if (rate == null || interval == null) {
            add("alone.unknown");
            return;
        }
        add(
                figures.netContained() == 0 ? "alone.none" : "alone",
                wording.conversations(figures.settled()),
                number(figures.netContained()),
                wording.percent(rate));
        if (figures.enoughData()) {
            add("alone.interval", wording.percent(interval.low()), wording.percent(interval.high()));
        }
    }

    private void returned() {
        Containment figures = told.containment();
        String window = wording.duration(told.slice().reopenWindow());
        if (figures.reopened() > 0) {
            add("returned", wording.conversations(figures.reopened()), window);
        } else if (figures.aiResolved() > 0) {
            add("returned.none", window);
        }
    }

    private void compared() {
        if (told.containment().netRate() == null) {
            add("compared.unsettled");
            return;
        }
        Trend trend = told.trend();
        Period period = told.slice().period();
        add("previous", trend.verdictVsPrevious(), trend.deltaVsPrevious(), "");
        LocalDate onboarding = trend.onboardingDate();
        if (onboarding == null || period.to().isBefore(onboarding)) {
            // What comes before the first weeks has not risen or fallen since.
            return;
        }
        if (trend.touchesBaseline(period)) {
            add("baseline.within", date(onboarding));
        } else {
            add("baseline", trend.verdictVsBaseline(), trend.deltaVsBaseline(), date(onboarding));
        }
    }

    private void add(String against, Verdict verdict, @Nullable BigDecimal delta, String since) {
        if (delta == null) {
            add(against + ".unknown", since);
        } else if (verdict == Verdict.TOO_EARLY) {
            String direction = delta.signum() == 0 ? "same" : delta.signum() > 0 ? "maybe.up" : "maybe.down";
            add(against + "." + direction, wording.points(delta), since);
        } else {
            add(against + "." + verdict.code(), wording.points(delta), since);
        }
    }

    private void night() {
        Containment night = told.afterHours().figures();
        BigDecimal share = told.afterHours().shareOfNetContained();
        if (share != null && night.netContained() > 0) {
            add("night", number(night.netContained()), wording.percent(share));
        } else if (night.settled() > 0) {
            add("night.none");
        }
    }

    private void saved() {
        WorkAbsorbed work = told.workAbsorbed();
        if (work.conversations() == 0) {
            return;
        }
        add("saved", wording.counted("hours", work.hours()));
        BigDecimal cost = work.costSavedIdr();
        Long hourly = work.hourlyCostIdr();
        if (cost != null && hourly != null) {
            add("saved.cost", wording.rupiah(BigDecimal.valueOf(hourly)), wording.rupiah(cost));
        }
    }

    private void mood() {
        BigDecimal change = told.sentiment().meanChange();
        if (change != null) {
            boolean noticeable = change.abs().compareTo(NOTICEABLE) >= 0;
            add(
                    !noticeable ? "mood.same" : change.signum() > 0 ? "mood.better" : "mood.worse",
                    number(Objects.requireNonNullElse(told.sentiment().conversations(), 0L)),
                    wording.conversations(told.containment().handled()));
        }
        BigDecimal turns = told.turns().median();
        if (turns != null) {
            add(
                    "turns",
                    wording.counted("turns", turns),
                    number(Objects.requireNonNullElse(told.turns().conversations(), 0L)),
                    wording.conversations(told.containment().netContained()));
        }
    }

    private void next() {
        Forecast forecast = told.forecast();
        Forecast.Range range = forecast.netContained();
        LocalDate from = forecast.from();
        LocalDate to = forecast.to();
        if (range == null || from == null || to == null) {
            if (Forecast.TOO_LONG.equals(forecast.reason())) {
                add("next.too_long");
            } else if (!Forecast.OVER.equals(forecast.reason())) {
                add("next.unknown");
            }
            return;
        }
        add(
                "next",
                date(from),
                date(to),
                number(range.point().longValue()),
                number(range.low().longValue()),
                number(range.high().longValue()));
    }

    private void add(String key, Object... arguments) {
        sentences.add(wording.text(key, arguments));
    }

    private String number(long count) {
        return wording.number(count);
    }

    private String date(LocalDate date) {
        return wording.date(date);
    }
}
