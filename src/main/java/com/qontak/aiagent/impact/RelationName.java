package com.qontak.aiagent.impact;

import java.util.regex.Pattern;

/**
 * The name of a table or view, optionally with its schema, that is safe to write into SQL as it is.
 *
 * @param value plain lower-case identifiers, such as {@code rooms} or {@code chatbot.rooms}
 */
public record RelationName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z_][a-z0-9_]{0,62}(\\.[a-z_][a-z0-9_]{0,62})?");

    /** @throws IllegalArgumentException if it is anything but one or two plain identifiers */
    public RelationName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the name of a relation, as in rooms or chatbot.rooms: " + value);
        }
    }

    /**
     * @param value the name as configured
     * @return the checked name
     * @throws IllegalArgumentException if it is anything but one or two plain identifiers
     */
    public static RelationName of(String value) {
        return new RelationName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
