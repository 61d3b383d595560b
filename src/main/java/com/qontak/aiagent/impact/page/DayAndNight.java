package com.qontak.aiagent.impact.page;

import com.qontak.aiagent.impact.containment.AfterHours;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.rates.Ratio;
import com.qontak.aiagent.impact.story.Wording;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the AI finished alone inside and outside business hours, as two bars of settled rooms.
 *
 * @param bars day first
 */
record DayAndNight(List<Bar> bars) {

    private static final double WIDTH = 312;
    private static final int ROW = 72;

    /** One bar: the whole is settled rooms, the part is net contained. */
    record Bar(
            String css,
            String name,
            String finished,
            String settled,
            String share,
            String nameY,
            String detailY,
            String barY,
            String whole,
            String part) {}

    static DayAndNight of(Containment all, AfterHours afterHours, Wording wording) {
        Containment night = afterHours.figures();
        long daySettled = all.settled() - night.settled();
        long dayNet = all.netContained() - night.netContained();
        long most = Math.max(1, Math.max(daySettled, night.settled()));
        return new DayAndNight(List.of(
                bar("day", 0, dayNet, daySettled, most, wording),
                bar("night", 1, night.netContained(), night.settled(), most, wording)));
    }

    private static Bar bar(String css, int row, long net, long settled, long most, Wording wording) {
        BigDecimal rate = new Ratio(net, settled).rounded();
        return new Bar(
                css,
                wording.text("page." + css),
                wording.number(net),
                wording.number(settled),
                rate == null ? "–" : wording.percent(rate),
                Svg.number(14 + row * ROW),
                Svg.number(29 + row * ROW),
                Svg.number(36 + row * ROW),
                Svg.number(WIDTH * settled / most),
                Svg.number(WIDTH * net / most));
    }
}
