package com.qontak.aiagent.impact.story;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages the report speaks. */
public enum Language {
    /** Indonesian, which is also for those who name none or another. */
    INDONESIAN("id", "id-ID"),
    /** English. */
    ENGLISH("en", "en-US");

    private static final List<String> TAGS = List.of("id", "en");

    private final String code;
    private final Locale locale;

    Language(String code, String tag) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
    }

    /**
     * @param acceptLanguage the header; null when there is none
     * @return the best of the two; Indonesian when it names neither, or cannot be read
     */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return INDONESIAN;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return "en".equals(best) ? ENGLISH : INDONESIAN;
        } catch (IllegalArgumentException unreadable) {
            return INDONESIAN;
        }
    }

    /** @return {@code id} or {@code en} */
    public String code() {
        return code;
    }

    /** @return the language with the country whose formats it uses */
    public Locale locale() {
        return locale;
    }
}
