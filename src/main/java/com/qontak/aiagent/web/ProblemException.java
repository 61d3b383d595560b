package com.qontak.aiagent.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure that has a public answer. It carries what the problem document needs and nothing else: never a prompt, a
 * message, an upstream's body or host.
 * <p>Features throw subclasses named for what happened, or this class where the {@link ProblemType} says it all.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Object> arguments;
    private final transient List<Finding> findings;
    private final transient Map<String, String> headers;

    /**
     * @param type the kind of problem
     * @param arguments what its text {@code problem.<slug>.detail} names, in the order of its placeholders
     */
    public ProblemException(ProblemType type, Object... arguments) {
        this(type, List.of(arguments), List.of(), Map.of(), null);
    }

    /**
     * @param type the kind of problem
     * @param findings what is wrong and where; empty when the problem is not of the input
     */
    public ProblemException(ProblemType type, List<Finding> findings) {
        this(type, List.of(), findings, Map.of(), null);
    }

    /**
     * @param type the kind of problem
     * @param arguments what its detail names
     * @param findings what is wrong and where; empty when the problem is not of the input
     * @param headers response headers that belong to this answer, such as {@code Retry-After} or {@code ETag}
     * @param cause what led to it, for the log alone; null when there is nothing more to say
     */
    public ProblemException(
            ProblemType type,
            List<Object> arguments,
            List<Finding> findings,
            Map<String, String> headers,
            @Nullable Throwable cause) {
        super(type.slug(), cause);
        this.type = type;
        this.arguments = List.copyOf(arguments);
        this.findings = List.copyOf(findings);
        this.headers = Map.copyOf(headers);
    }

    /** @return the kind of problem */
    public ProblemType type() {
        return type;
    }

    /** @return what the detail names, in the order of its placeholders; never null */
    public List<Object> arguments() {
        return arguments;
    }

    /** @return what is wrong and where; empty when the problem is not of the input */
    public List<Finding> findings() {
        return findings;
    }

    /** @return response headers that belong to this answer; never null */
    public Map<String, String> headers() {
        return headers;
    }
}
