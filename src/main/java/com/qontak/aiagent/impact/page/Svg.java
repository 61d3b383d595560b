package com.qontak.aiagent.impact.page;

import java.util.Locale;

/** How coordinates are written, whatever the language of the page. */
final class Svg {

    private Svg() {}

    /** @return with one decimal and a point */
    static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
