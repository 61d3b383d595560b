package com.qontak.aiagent.impact.story;

import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.forecast.Backtest;
import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.trend.Trend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what is too few, unsettled, assumed, foretold or not known. */
final class Cautions {

    private final Told told;
    private final Wording wording;
    private final List<String> notes = new ArrayList<>();

    private Cautions(Told told, Wording wording) {
        this.told = told;
        this.wording = wording;
    }

    /**
     * @param told the figures
     * @param wording the language
     * @return every caution that holds; possibly none
     */
    static List<String> of(Told told, Wording wording) {
        Cautions cautions = new Cautions(told, wording);
        cautions.data();
        cautions.beginning();
        cautions.assumptions();
        cautions.forecast();
        cautions.logs();
        return cautions.notes;
    }

    private void data() {
        Containment figures = told.containment();
        if (!told.slice().filter().equals(Filter.NONE)) {
            note("note.filtered");
        }
        if (figures.handled() > 0 && !figures.enoughData()) {
            note(
                    figures.settled() == 0 ? "note.few.none" : "note.few",
                    wording.conversations(figures.settled()),
                    wording.number(Containment.ENOUGH));
        }
        if (figures.pending() > 0) {
            note(
                    "note.pending",
                    wording.conversations(figures.pending()),
                    wording.duration(told.slice().reopenWindow()));
        }
    }

    private void beginning() {
        LocalDate onboarding = told.trend().onboardingDate();
        if (onboarding == null) {
            note("note.not_begun");
            return;
        }
        LocalDate today =
                LocalDate.ofInstant(told.slice().asOf(), told.slice().period().timeZone());
        if (onboarding.isAfter(today)) {
            note("note.begins_later", wording.date(onboarding));
        } else if (onboarding.plusDays(Trend.BASELINE_DAYS - 1L).isAfter(today)) {
            note("note.first_weeks", wording.date(onboarding), wording.number(Trend.BASELINE_DAYS));
        } else if (onboarding.isAfter(told.slice().period().to())) {
            note("note.before_beginning", wording.date(onboarding));
        }
    }

    private void assumptions() {
        if (told.containment().handled() > 0 && told.afterHours().assumed()) {
            note("note.hours_assumed");
        }
        if (told.workAbsorbed().conversations() == 0) {
            return;
        }
        String minutes = wording.counted("minutes", told.workAbsorbed().minutesPerConversation());
        note(told.workAbsorbed().assumed() ? "note.minutes_assumed" : "note.minutes_set", minutes);
        BigDecimal suggested = told.workAbsorbed().suggestedMinutes();
        if (suggested != null && told.workAbsorbed().assumed()) {
            note("note.minutes_suggested", wording.counted("minutes", suggested));
        }
        if (told.workAbsorbed().costSavedIdr() == null) {
            note("note.no_cost");
        }
    }

    private void forecast() {
        if (!told.forecast().available()) {
            if (Forecast.TOO_FEW_WEEKS.equals(told.forecast().reason())) {
                note("note.no_forecast", wording.number(Forecast.FEWEST_WEEKS));
            }
            return;
        }
        note("note.forecast");
        Backtest backtest = told.forecast().backtest();
        if (backtest != null && backtest.worseThanNaive()) {
            note("note.forecast_weak", wording.number(backtest.weeks()));
        }
    }

    private void logs() {
        if (told.containment().handled() == 0) {
            return;
        }
        logged(told.sentiment().conversations(), "mood");
        if (!told.turns().available() && told.containment().netContained() == 0) {
            note("note.nothing_finished");
        } else {
            logged(told.turns().conversations(), "turns");
        }
    }

    private void logged(@Nullable Long conversations, String what) {
        if (conversations == null) {
            note("note.no_" + what);
        } else if (conversations < Containment.ENOUGH) {
            note("note.few_" + what, wording.number(Containment.ENOUGH));
        }
    }

    private void note(String key, Object... arguments) {
        notes.add(wording.text(key, arguments));
    }
}
