package com.qontak.aiagent.impact.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the page, by day, by night and on paper, after WCAG 2.2 level AA: 1.4.3 for text, 1.4.11 for charts. */
class PaletteTests {

    private static final Pattern PALETTE = Pattern.compile(":root \\{([^}]*)}");
    private static final Pattern COLOR = Pattern.compile("--([a-z]+): #([0-9a-f]{3,6});");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void textAndChartsStandOutFromWhatTheyAreOn(int palette) throws IOException {
        Map<String, Integer> colors = palette(palette);
        assertThat(colors).hasSize(13);
        for (String ground : new String[] {"paper", "card", "wash"}) {
            assertThat(contrast(colors, "ink", ground)).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colors, "soft", ground)).isGreaterThanOrEqualTo(4.5);
        }
        for (String shape :
                new String[] {"good", "returned", "settling", "helped", "open", "people", "other", "soft"}) {
            assertThat(contrast(colors, shape, "card")).as(shape).isGreaterThanOrEqualTo(3);
        }
    }

    private static Map<String, Integer> palette(int number) throws IOException {
        try (var template = ReportPage.class.getResourceAsStream("/templates/impact/report.mustache")) {
            String css = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            MatchResult palette =
                    PALETTE.matcher(css).results().skip(number).findFirst().orElseThrow();
            return COLOR.matcher(palette.group(1))
                    .results()
                    .collect(Collectors.toMap(color -> color.group(1), color -> rgb(color.group(2))));
        }
    }

    private static int rgb(String hex) {
        return Integer.parseInt(hex.length() == 3 ? hex.replaceAll(".", "$0$0") : hex, 16);
    }

    private static double contrast(Map<String, Integer> colors, String one, String other) {
        double first = luminance(colors.get(one));
        double second = luminance(colors.get(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(channel -> {
                    double share = (rgb >> (16 - 8 * channel) & 0xff) / 255.0;
                    return weights[channel]
                            * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
                })
                .sum();
    }
}
