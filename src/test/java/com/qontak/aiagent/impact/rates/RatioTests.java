package com.qontak.aiagent.impact.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioTests {

    @Test
    void roundsHalfUpAtTheFourthPlace() {
        assertThat(new Ratio(1, 32).rounded()).isEqualByComparingTo("0.0313");
        assertThat(new Ratio(1, 3).rounded()).isEqualByComparingTo("0.3333");
        assertThat(new Ratio(2, 3).rounded()).isEqualByComparingTo("0.6667");
    }

    @Test
    void overZeroIsNoRateAndNotNothing() {
        assertThat(new Ratio(0, 0).rounded()).isNull();
        assertThat(new Ratio(0, 5).rounded()).isEqualByComparingTo("0");
        assertThat(Interval.of95(new Ratio(0, 0))).isNull();
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(-1, 1));
    }

    @Test
    void differencesAreInPointsOfTheExactFractions() {
        assertThat(new Ratio(2, 3).pointsAbove(new Ratio(1, 3))).isEqualByComparingTo("33.3");
        assertThat(new Ratio(1, 3).pointsAbove(new Ratio(2, 3))).isEqualByComparingTo("-33.3");
        assertThat(new Ratio(1, 2000).pointsAbove(new Ratio(0, 1))).isEqualByComparingTo("0.1");
        assertThat(new Ratio(0, 0).pointsAbove(new Ratio(1, 2))).isNull();
        assertThat(new Ratio(1, 2).pointsAbove(new Ratio(0, 0))).isNull();
    }

    @Test
    void theIntervalIsWilsons() {
        // 731 of 1180: centre 0.619104, half width 0.027710
        Interval interval = Interval.of95(new Ratio(731, 1180));
        assertThat(interval).isNotNull();
        assertThat(interval.low()).isEqualByComparingTo("0.5914");
        assertThat(interval.high()).isEqualByComparingTo("0.6468");
    }

    @Test
    void theIntervalOfNoneAndOfAllEndsAtTheBorder() {
        assertThat(Bounds.wilson(new Ratio(0, 10)).low()).isZero();
        assertThat(Bounds.wilson(new Ratio(10, 10)).high()).isOne();
    }

    @Test
    void theDifferenceIsNewcombes() {
        // 56 of 70 and 48 of 80, the worked example of the method: 0.0524 to 0.3339
        Bounds bounds = Bounds.newcombe(new Ratio(56, 70), new Ratio(48, 80));
        assertThat(bounds.low()).isCloseTo(0.0524, within(0.00005));
        assertThat(bounds.high()).isCloseTo(0.3339, within(0.00005));
    }
}
