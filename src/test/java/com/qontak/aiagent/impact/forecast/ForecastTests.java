package com.qontak.aiagent.impact.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.qontak.aiagent.impact.forecast.Forecast.Range;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.rooms.Counts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int SERIES = 1500;

    @ParameterizedTest(name = "{0} weeks, {1} a week, slope {2}, weeks differing by {3}, {4} days ahead")
    @CsvSource({
        "26, 400, 0.004, 0.03, 28",
        "26, 400, -0.004, 0.03, 7",
        "26, 400, 0.004, 0.03, 84",
        "24, 150, 0.0, 0.05, 84",
        "12, 150, 0.005, 0.05, 28",
        "20, 60, 0.0, 0.0, 28",
        "10, 1000, 0.01, 0.04, 14"
    })
    void theIntervalHoldsWhatComesFourTimesInFive(int weeks, int size, double slope, double noise, int days) {
        Random random = new Random(20261120);
        int ratesHeld = 0;
        int countsHeld = 0;
        for (int series = 0; series < SERIES; series++) {
            List<Counts> past = weeks(random, 0, weeks, size, slope, noise);
            List<Counts> future = weeks(random, weeks, days / 7, size, slope, noise);
            Forecast forecast = Forecast.of(next(weeks, days), MONDAY, past);
            double net = future.stream().mapToLong(Counts::netContained).sum();
            double settled = future.stream().mapToLong(Counts::settled).sum();
            ratesHeld += holds(forecast.netRate(), net / settled) ? 1 : 0;
            countsHeld += holds(forecast.netContained(), net) ? 1 : 0;
        }
        assertThat(ratesHeld / (double) SERIES).as("net rate").isBetween(0.75, 0.85);
        assertThat(countsHeld / (double) SERIES).as("net contained").isBetween(0.75, 0.85);
    }

    @Test
    void aStraightLineGoesStraightOn() {
        List<Counts> weeks =
                IntStream.range(0, 10).mapToObj(week -> counts(50 + week, 100)).toList();
        Forecast forecast = Forecast.of(next(10, 7), MONDAY, weeks);
        assertThat(forecast.netRate().point()).isEqualByComparingTo("0.6");
        assertThat(forecast.netContained().point()).isEqualByComparingTo("60");
        assertThat(forecast.netRate().low()).isLessThan(new BigDecimal("0.59"));
        assertThat(forecast.backtest().meanAbsoluteError()).isZero();
        assertThat(forecast.backtest().naiveMeanAbsoluteError()).isEqualByComparingTo("0.01");
        assertThat(forecast.backtest().worseThanNaive()).isFalse();
    }

    @Test
    void aLongerPeriodSumsItsWeeks() {
        List<Counts> weeks = Collections.nCopies(12, counts(70, 100));
        Forecast forecast = Forecast.of(next(12, 28), MONDAY, weeks);
        assertThat(forecast.netContained().point()).isEqualByComparingTo("280");
        assertThat(forecast.netRate().point()).isEqualByComparingTo("0.7");
    }

    @Test
    void neverFailingIsNotCertainty() {
        Forecast forecast = Forecast.of(next(8, 7), MONDAY, Collections.nCopies(8, counts(20, 20)));
        assertThat(forecast.netRate().high()).isEqualByComparingTo("1");
        assertThat(forecast.netRate().low()).isLessThan(BigDecimal.ONE);
    }

    @Test
    void theEndsStayWithinWhatIsPossible() {
        List<Counts> weeks = IntStream.range(0, 9)
                .mapToObj(week -> counts(90 - 10 * week, 100))
                .toList();
        Forecast forecast = Forecast.of(next(9, 28), MONDAY, weeks);
        assertThat(forecast.netRate().low()).isZero();
        assertThat(forecast.netContained().low()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"8, 35", "8, 729", "20, 77", "26, 98", "104, 98", "104, 365"})
    void aPeriodOfMoreThanHalfTheWeeksBehindItIsNotForetold(int weeks, int days) {
        Forecast forecast = Forecast.of(next(weeks, days), MONDAY, Collections.nCopies(weeks, counts(70, 100)));
        assertThat(forecast.available()).isFalse();
        assertThat(forecast.reason()).isEqualTo("period_too_long");
    }

    @ParameterizedTest
    @CsvSource({"8, 31", "20, 70", "26, 92"})
    void aPeriodOfHalfTheWeeksBehindItIsForetold(int weeks, int days) {
        Forecast forecast = Forecast.of(next(weeks, days), MONDAY, Collections.nCopies(weeks, counts(70, 100)));
        assertThat(forecast.available()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 91})
    void aSteepRiseIsNotDrawnOnToTheTop(int days) {
        List<Counts> weeks = IntStream.range(0, 26)
                .mapToObj(week -> counts(500 + 10 * week, 1000))
                .toList();
        Forecast forecast = Forecast.of(next(26, days), MONDAY, weeks);
        assertThat(forecast.netRate().point()).isBetween(new BigDecimal("0.75"), new BigDecimal("0.76"));
        assertThat(forecast.netContained().point().doubleValue() / days * 7).isBetween(750.0, 760.1);
    }

    @Test
    void sevenSettledWeeksAreTooFew() {
        Forecast forecast = Forecast.of(next(7, 7), MONDAY, Collections.nCopies(7, counts(70, 100)));
        assertThat(forecast.available()).isFalse();
        assertThat(forecast.reason()).isEqualTo("too_few_settled_weeks");
        assertThat(forecast.netRate()).isNull();
    }

    @Test
    void weeksWithoutConversationsHaveNoRateAndCountAsNone() {
        List<Counts> weeks = new ArrayList<>(Collections.nCopies(8, counts(50, 100)));
        weeks.add(4, Counts.NONE);
        Forecast forecast = Forecast.of(next(9, 7), MONDAY, weeks);
        assertThat(forecast.netRate().point()).isEqualByComparingTo("0.5");
        assertThat(forecast.netContained().point().doubleValue()).isCloseTo(44, within(3.0));
    }

    @Test
    void weeksBeforeTheFirstConversationAreNotWeeksWithoutSuccess() {
        List<Counts> weeks = new ArrayList<>(Collections.nCopies(6, Counts.NONE));
        weeks.addAll(Collections.nCopies(10, counts(70, 100)));
        Forecast forecast = Forecast.of(next(16, 28), MONDAY, weeks);
        assertThat(forecast)
                .isEqualTo(Forecast.of(next(16, 28), MONDAY.plusWeeks(6), Collections.nCopies(10, counts(70, 100))));
        assertThat(forecast.weeks()).isEqualTo(10);
        assertThat(forecast.netContained().point()).isEqualByComparingTo("280");
    }

    @Test
    void withoutAnyConversationThereAreTooFewWeeks() {
        assertThat(Forecast.of(next(10, 7), MONDAY, Collections.nCopies(10, Counts.NONE))
                        .reason())
                .isEqualTo("too_few_settled_weeks");
    }

    @Test
    void whatCouldBeTriedOnNoWeekHasNoError() {
        // Every other week is empty, so that none has a week before it to repeat.
        List<Counts> weeks = IntStream.range(0, 16)
                .mapToObj(week -> week % 2 == 0 ? counts(70, 100) : Counts.NONE)
                .toList();
        Forecast forecast = Forecast.of(next(16, 7), MONDAY, weeks);
        assertThat(forecast.available()).isTrue();
        assertThat(forecast.backtest()).isNull();
    }

    @Test
    void repeatingTheWeekBeforeIsSaidToBeCloserWhereItWas() {
        // A step in the middle: the line is off on both sides of it, the week before only once.
        List<Counts> weeks = new ArrayList<>(Collections.nCopies(10, counts(30, 100)));
        weeks.addAll(Collections.nCopies(6, counts(80, 100)));
        assertThat(Forecast.of(next(16, 7), MONDAY, weeks).backtest().worseThanNaive())
                .isTrue();
    }

    private static boolean holds(Range range, double value) {
        return value >= range.low().doubleValue() && value <= range.high().doubleValue();
    }

    private static Period next(int weeks, int days) {
        LocalDate from = MONDAY.plusWeeks(weeks);
        return new Period(from, from.plusDays(days - 1L), ZoneId.of("Asia/Jakarta"));
    }

    private static List<Counts> weeks(Random random, int first, int count, int size, double slope, double noise) {
        return IntStream.range(first, first + count)
                .mapToObj(week -> {
                    double rate = Math.min(0.98, Math.max(0.02, 0.55 + slope * week + noise * random.nextGaussian()));
                    int net = (int) IntStream.range(0, size)
                            .filter(conversation -> random.nextDouble() < rate)
                            .count();
                    return counts(net, size);
                })
                .toList();
    }

    private static Counts counts(long net, long settled) {
        return new Counts(0, settled - net, 0, 0, net);
    }
}
