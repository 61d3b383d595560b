package com.qontak.aiagent.impact.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of one language, and how it writes numbers, shares, money and dates. */
public final class Wording {

    private static final ResourceBundleMessageSource TEXTS = texts();
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Language language;

    /** @param language whose texts and formats */
    public Wording(Language language) {
        this.language = language;
    }

    /** @return the language */
    public Language language() {
        return language;
    }

    /**
     * @param key a key of the story's bundle
     * @param arguments what the text names, written already
     * @return the text
     * @throws org.springframework.context.NoSuchMessageException if the bundle has no such key
     */
    public String text(String key, Object... arguments) {
        return TEXTS.getMessage(key, arguments, language.locale());
    }

    /**
     * @param count how many
     * @return such as {@code 1.234}
     */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(language.locale()).format(count);
    }

    /**
     * @param value a number with decimals
     * @return with up to two decimals, as many as a person may have set
     */
    public String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /**
     * @param fraction in [0, 1]
     * @return such as {@code 62,0 %}
     */
    public String percent(BigDecimal fraction) {
        return text("percent", oneDecimal(fraction.multiply(HUNDRED)));
    }

    /**
     * @param points percentage points
     * @return such as {@code 4,1}, without a sign
     */
    public String points(BigDecimal points) {
        return oneDecimal(points.abs());
    }

    /**
     * @param rupiah whole
     * @return such as {@code Rp 1.250.000}
     */
    public String rupiah(BigDecimal rupiah) {
        return "Rp " + NumberFormat.getIntegerInstance(language.locale()).format(rupiah);
    }

    /**
     * @param date any date
     * @return such as {@code 1 Oktober 2026}
     */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    }

    /**
     * @param count how many conversations
     * @return the number and the word, such as {@code 1 conversation}
     */
    public String conversations(long count) {
        return counted("conversations", BigDecimal.valueOf(count));
    }

    /**
     * @param key a key that the bundle has with {@code .one} and {@code .many}, each naming the count
     * @param count how many
     * @return the number and the words, such as {@code 1 turn}
     */
    public String counted(String key, BigDecimal count) {
        return text(key + (decimal(count).equals("1") ? ".one" : ".many"), decimal(count));
    }

    /**
     * @param duration how long
     * @return in hours where it is whole hours, else in minutes, such as {@code 48 hours}
     */
    public String duration(Duration duration) {
        boolean wholeHours = duration.equals(Duration.ofHours(duration.toHours()));
        return wholeHours
                ? counted("hours", BigDecimal.valueOf(duration.toHours()))
                : counted("minutes", BigDecimal.valueOf(duration.toSeconds()).divide(SIXTY, 1, RoundingMode.HALF_UP));
    }

    /**
     * @param date any date
     * @return such as {@code 1 Okt 2026}, where there is little room
     */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", language.locale()).format(date);
    }

    private String oneDecimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/story");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }
}
