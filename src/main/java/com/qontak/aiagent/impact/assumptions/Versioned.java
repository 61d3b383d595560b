package com.qontak.aiagent.impact.assumptions;

import java.time.Instant;
import java.util.function.Function;
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

    /**
     * @param how makes another value of this one
     * @param <R> what it makes
     * @return the other value, set by the same person at the same time
     */
    <R> Versioned<R> map(Function<T, R> how) {
        return new Versioned<>(how.apply(value), version, setBy, setAt);
    }
}
