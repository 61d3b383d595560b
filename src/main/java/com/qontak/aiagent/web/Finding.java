package com.qontak.aiagent.web;

import java.util.List;

/**
 * One thing wrong, or doubtful, at one place of the input, before it is put into the caller's language.
 *
 * @param code the public code, such as {@code duplicate_id}
 * @param severity whether it refuses the input
 * @param pointer RFC 6901 pointer into the request body; empty for the body as a whole
 * @param key where the text stands: {@code finding.<key>.message} and {@code finding.<key>.hint} of the message
 *     bundle; the code itself unless a code has several texts
 * @param arguments what the text names, in the order of its placeholders
 */
public record Finding(String code, Severity severity, String pointer, String key, List<Object> arguments) {

    /** Copies the arguments, so that a finding never changes. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /**
     * @param code the public code, which is also the key of its text
     * @param pointer RFC 6901 pointer into the request body
     * @param arguments what the text names; never null
     * @return a finding that refuses the input
     */
    public static Finding error(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.ERROR, pointer, code, List.of(arguments));
    }

    /**
     * @param code the public code, which is also the key of its text
     * @param pointer RFC 6901 pointer into the request body
     * @param arguments what the text names; never null
     * @return a finding that only accompanies the answer
     */
    public static Finding warning(String code, String pointer, Object... arguments) {
        return new Finding(code, Severity.WARNING, pointer, code, List.of(arguments));
    }

    /**
     * @param key another text for the same code, such as {@code required.blank}
     * @return this finding with that text
     */
    public Finding worded(String key) {
        return new Finding(code, severity, pointer, key, arguments);
    }

    /** @return whether it refuses the input */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
