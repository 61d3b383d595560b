package com.qontak.aiagent.impact.page;

import com.qontak.aiagent.impact.journey.JourneyStep;
import com.qontak.aiagent.impact.story.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * All closed rooms on the left, flowing into what became of them on the right; outcomes without any are left out.
 *
 * @param height of the drawing
 * @param sourceHeight of the block on the left
 * @param total all closed rooms, written
 * @param streams one for each outcome that has any
 */
record JourneyFlow(String height, String sourceHeight, String total, List<Stream> streams) {

    private static final double TOP = 4;
    private static final double SLOT = 38;
    private static final double GAP = 6;
    private static final double SOURCE_HEIGHT = 220;
    private static final double SOURCE_END = 16;
    private static final double TARGET = 56;

    record Stream(
            String css,
            String path,
            String y,
            String height,
            String labelY,
            String detailY,
            String name,
            String detail) {}

    static JourneyFlow of(List<JourneyStep> journey, Wording wording) {
        long all = journey.stream().mapToLong(JourneyStep::conversations).sum();
        List<Stream> streams = new ArrayList<>();
        double source = TOP;
        double target = TOP;
        for (JourneyStep step : journey) {
            BigDecimal share = step.share();
            if (step.conversations() == 0 || share == null) {
                continue;
            }
            double thickness = Math.max(1, SOURCE_HEIGHT * step.conversations() / all);
            double slot = Math.max(SLOT, thickness + GAP);
            double y = target + (slot - GAP - thickness) / 2;
            double middle = target + (slot - GAP) / 2;
            streams.add(new Stream(
                    step.outcome().code().replace('_', '-'),
                    band(source, y, thickness),
                    Svg.number(y),
                    Svg.number(thickness),
                    Svg.number(middle - 2),
                    Svg.number(middle + 13),
                    wording.text("page.outcome." + step.outcome().code()),
                    wording.number(step.conversations()) + " · " + wording.percent(share)));
            source += thickness;
            target += slot;
        }
        double height = Math.max(target, source) + TOP;
        return new JourneyFlow(
                Svg.number(height), Svg.number(Math.max(1, source - TOP)), wording.conversations(all), streams);
    }

    private static String band(double from, double to, double thickness) {
        double bend = (SOURCE_END + TARGET) / 2;
        return "M" + point(SOURCE_END, from)
                + "C" + point(bend, from) + " " + point(bend, to) + " " + point(TARGET, to)
                + "L" + point(TARGET, to + thickness)
                + "C" + point(bend, to + thickness) + " " + point(bend, from + thickness) + " "
                + point(SOURCE_END, from + thickness) + "Z";
    }

    private static String point(double x, double y) {
        return Svg.number(x) + "," + Svg.number(y);
    }
}
