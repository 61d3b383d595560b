package com.qontak.aiagent.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an upstream asks to be left alone, which it may say in seconds or as a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final long LONGEST = 999_999;

    private RetryAfter() {}

    /**
     * @param value what the upstream says; null when it says nothing
     * @param now the time at which it says so
     * @return whole seconds, at least 1 of a date and never fewer than it asks for; empty when that is more than six
     *     digits of them, or neither seconds nor a date
     */
    static Optional<String> seconds(@Nullable String value, Instant now) {
        if (value == null || SECONDS.matcher(value).matches()) {
            return Optional.ofNullable(value);
        }
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            long seconds = Math.max(
                    1, Duration.between(now, date).plusNanos(999_999_999).toSeconds());
            return seconds > LONGEST ? Optional.empty() : Optional.of(Long.toString(seconds));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
