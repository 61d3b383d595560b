package com.qontak.aiagent.impact.assumptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value with who set it.
 *
 * @param value the value
 * @param version counted from 1; 0 for the default that nobody set
 * @param setBy the actor's id; null for the default
 * @param setAt when; null for the default
 * @param <T> what is set
 */
public record Versioned<T>(T value, long version, @Nullable String setBy, @Nullable Instant setAt) {

    /**
     * @param value a default
     * @param <T> what it is of
     * @return the value that stands until somebody sets another
     */
    public static <T> Versioned<T> unset(T value) {
        return new Versioned<>(value, 0, null, null);
    }

    /** @return whether somebody set it */
    public boolean isSet() {
        return version > 0;
    }
}
