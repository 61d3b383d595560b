package com.qontak.aiagent.impact.page;

import com.qontak.aiagent.impact.forecast.Forecast;
import com.qontak.aiagent.impact.story.Wording;
import com.qontak.aiagent.impact.trend.Trend;
import com.qontak.aiagent.impact.trend.Week;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The net rate by week as a line, with the first weeks' level and what is expected next.
 *
 * @param grid the horizontal lines
 * @param lines the weeks in a row, broken where a week has none
 * @param dots one a week
 * @param baseline the level of the first weeks; null when not known
 * @param band what is expected next; null when not known
 * @param firstLabel the first date
 * @param lastLabel the last date
 * @param lastX where its label ends
 */
record WeeklyChart(
        List<Grid> grid,
        List<String> lines,
        List<Dot> dots,
        @Nullable Level baseline,
        @Nullable Band band,
        String firstLabel,
        String lastLabel,
        String lastX) {

    private static final int LEFT = 46;
    private static final int RIGHT = 316;
    private static final int BAND_WIDTH = 64;
    private static final int TOP = 14;
    private static final int BOTTOM = 184;
    private static final int MANY_WEEKS = 60;

    record Grid(String y, String labelY, String label) {}

    record Dot(String x, String y, String radius, boolean partial, String title) {}

    record Level(String y, String end) {}

    record Band(String x, String width, String y, String height, String pointY, String middle) {}

    static WeeklyChart of(Trend trend, Forecast forecast, Wording wording) {
        List<Week> weeks = trend.weeks();
        Forecast.Range next = forecast.netRate();
        double end = next == null ? RIGHT - 8 : RIGHT - BAND_WIDTH - 14;
        double step = weeks.size() > 1 ? (end - LEFT - 8) / (weeks.size() - 1) : 0;
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < weeks.size(); index++) {
            Week week = weeks.get(index);
            BigDecimal rate = week.netRate();
            if (rate == null) {
                close(line, lines);
                continue;
            }
            String x = Svg.number(LEFT + 8 + index * step);
            line.append(x).append(',').append(y(rate)).append(' ');
            String title = wording.date(week.from()) + " – " + wording.date(week.to()) + ": " + wording.percent(rate);
            dots.add(new Dot(x, y(rate), weeks.size() > MANY_WEEKS ? "1.8" : "3.2", week.partial(), title));
        }
        close(line, lines);
        return new WeeklyChart(
                grid(wording),
                lines,
                dots,
                baseline(trend),
                next == null ? null : band(next),
                wording.shortDate(weeks.get(0).from()),
                wording.shortDate(weeks.get(weeks.size() - 1).to()),
                Svg.number(end + 8));
    }

    private static void close(StringBuilder line, List<String> lines) {
        if (line.length() > 0) {
            lines.add(line.toString().strip());
            line.setLength(0);
        }
    }

    private static List<Grid> grid(Wording wording) {
        List<Grid> grid = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent += 25) {
            BigDecimal rate = BigDecimal.valueOf(percent, 2);
            String label = wording.text("page.axis", wording.number(percent));
            grid.add(new Grid(y(rate), Svg.number(position(rate) + 3.5), label));
        }
        return grid;
    }

    private static @Nullable Level baseline(Trend trend) {
        if (trend.baseline() == null || trend.baseline().netRate() == null) {
            return null;
        }
        return new Level(y(trend.baseline().netRate()), Svg.number(RIGHT));
    }

    private static Band band(Forecast.Range next) {
        double top = position(next.high());
        double x = RIGHT - BAND_WIDTH;
        return new Band(
                Svg.number(x),
                Svg.number(BAND_WIDTH),
                Svg.number(top),
                Svg.number(Math.max(2, position(next.low()) - top)),
                y(next.point()),
                Svg.number(x + BAND_WIDTH / 2.0));
    }

    private static String y(BigDecimal rate) {
        return Svg.number(position(rate));
    }

    private static double position(BigDecimal rate) {
        return BOTTOM - rate.doubleValue() * (BOTTOM - TOP);
    }
}
