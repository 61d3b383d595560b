package com.qontak.aiagent.impact.forecast;

import com.qontak.aiagent.impact.rooms.Counts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Settled weeks in a row, and the two lines through them.
 *
 * @param firstMonday when the first week begins
 * @param weeks the rooms of each week, without gaps
 */
record WeekSeries(LocalDate firstMonday, List<Counts> weeks) {

    private static final double DAYS = 7;

    /** How much of a week's step the week after it still makes. */
    private static final double DAMPING = 0.9;

    /** How many weeks a line needs at least, so that there are residuals to judge it by. */
    static final int SHORTEST = 4;

    WeekSeries {
        weeks = List.copyOf(weeks);
    }

    /** @return how many weeks have any settled room, so that they have a rate */
    int weeksWithRate() {
        return withRate().length;
    }

    /**
     * @param from the first date of the stretch
     * @param days how long it is
     * @return the net rate over the stretch: its line weighs each week by the variance of its rate, the binomial one
     *     and what the weeks differ by beyond it
     */
    Estimate netRate(LocalDate from, int days) {
        int[] indexes = withRate();
        double[] rates = IntStream.of(indexes).mapToDouble(this::rate).toArray();
        double[] sizes = IntStream.of(indexes)
                .mapToDouble(index -> weeks.get(index).settled())
                .toArray();
        double[] x = IntStream.of(indexes).asDoubleStream().toArray();
        double binomial = binomialVariance();
        double between = betweenWeeks(x, rates, sizes, binomial);
        double[] variances = IntStream.range(0, sizes.length)
                .mapToDouble(index -> binomial / sizes[index] + between)
                .toArray();
        double meanSize = IntStream.range(0, sizes.length)
                .mapToDouble(index -> sizes[index])
                .average()
                .orElse(1);
        double span = days / DAYS;
        LinearTrend line = new LinearTrend(x, rates, variances);
        double middle = middle(from, days);
        return new Estimate(ahead(line, middle, rates), line.halfWidth(middle, (binomial / meanSize + between) / span));
    }

    /**
     * @param from the first date of the stretch
     * @param days how long it is
     * @return the net contained rooms in the stretch: its line takes every week to be as uncertain as its mean is large
     */
    Estimate netContained(LocalDate from, int days) {
        double[] x = IntStream.range(0, weeks.size()).asDoubleStream().toArray();
        double[] y = weeks.stream().mapToDouble(Counts::netContained).toArray();
        double mean = Math.max(
                1,
                IntStream.range(0, y.length)
                        .mapToDouble(index -> y[index])
                        .average()
                        .orElse(1));
        double[] variances =
                IntStream.range(0, y.length).mapToDouble(index -> mean).toArray();
        double span = days / DAYS;
        LinearTrend line = new LinearTrend(x, y, variances);
        double middle = middle(from, days);
        return new Estimate(ahead(line, middle, y) * span, line.halfWidth(middle, mean / span) * span);
    }

    /** @return the same from the first week with any room on; empty when there is none */
    WeekSeries begun() {
        int before = (int) weeks.stream().takeWhile(week -> week.handled() == 0).count();
        return new WeekSeries(firstMonday.plusWeeks(before), weeks.subList(before, weeks.size()));
    }

    /**
     * @param count how many weeks
     * @return the first of them
     */
    WeekSeries first(int count) {
        return new WeekSeries(firstMonday, weeks.subList(0, count));
    }

    /**
     * @param index a week with settled rooms
     * @return its net rate
     */
    double rate(int index) {
        return (double) weeks.get(index).netContained() / weeks.get(index).settled();
    }

    private int[] withRate() {
        return IntStream.range(0, weeks.size())
                .filter(index -> weeks.get(index).settled() > 0)
                .toArray();
    }

    /** With two of each outcome added (A. Agresti and B. A. Coull, 1998), so that it is never nothing. */
    private double binomialVariance() {
        double settled = weeks.stream().mapToLong(Counts::settled).sum() + 4;
        double net = weeks.stream().mapToLong(Counts::netContained).sum() + 2;
        return net / settled * (1 - net / settled);
    }

    private static double betweenWeeks(double[] x, double[] rates, double[] sizes, double binomial) {
        double[] equal = IntStream.range(0, x.length).mapToDouble(index -> 1).toArray();
        LinearTrend line = new LinearTrend(x, rates, equal);
        double squares = 0;
        double expected = 0;
        for (int index = 0; index < x.length; index++) {
            double residual = rates[index] - line.at(x[index]);
            squares += residual * residual;
            expected += binomial / sizes[index];
        }
        return Math.max(0, squares / (x.length - 2) - expected / x.length);
    }

    /**
     * Where a damped line leads (E. S. Gardner and E. McKenzie, 1985): each further week adds a little less, and nothing
     * is expected more than one week's step beyond what some week has shown.
     */
    private double ahead(LinearTrend line, double middle, double[] seen) {
        double last = weeks.size() - 1;
        double distance = Math.max(0, middle - last);
        double damped = (1 - Math.pow(DAMPING, distance)) / (1 - DAMPING);
        double step = Math.abs(line.slope());
        double least = DoubleStream.of(seen).min().orElse(0) - step;
        double most = DoubleStream.of(seen).max().orElse(0) + step;
        return Math.max(least, Math.min(most, line.at(last + damped)));
    }

    private double middle(LocalDate from, int days) {
        return (ChronoUnit.DAYS.between(firstMonday, from) + (days - DAYS) / 2) / DAYS;
    }

    /**
     * @param point where the line leads
     * @param halfWidth half the width of its 80 % interval
     */
    record Estimate(double point, double halfWidth) {}
}
