package com.qontak.aiagent.upstream;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The calls to one upstream that take about as long and fail together. Each kind has a response timeout, a limit on
 * calls at once, a circuit breaker and a retry of its own, so that slow previews hold up no read, nor failing reads a
 * write; they are configured under {@link #instance()} in {@code resilience4j.*}, and their metrics carry that name.
 */
enum CallKind {
    MEKARI_AGENT_READ("mekari-agent"),
    MEKARI_AGENT_LIST("mekari-agent"),
    MEKARI_AGENT_WRITE("mekari-agent"),
    MEKARI_AGENT_ACTIONS("mekari-agent"),
    MEKARI_AGENT_PREVIEW("mekari-agent"),
    MEKARI_AGENT_STREAM("mekari-agent"),
    CHATBOT_AI_DRAFT("chatbot-ai"),
    CHATBOT_AI_REFINE("chatbot-ai"),
    NONCORE_MRAG_READ("noncore-mrag"),
    NONCORE_MRAG_LIST("noncore-mrag"),
    NONCORE_MRAG_WRITE("noncore-mrag"),
    NONCORE_MRAG_UPLOAD("noncore-mrag");

    private final String upstream;

    CallKind(String upstream) {
        this.upstream = upstream;
    }

    /** @return the upstream's name, such as {@code mekari-agent} */
    String upstream() {
        return upstream;
    }

    /** @return its name in settings and metrics, such as {@code mekari-agent-read} */
    String instance() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the kinds of calls to that upstream; empty for a name that is none */
    static List<CallKind> of(String upstream) {
        return Arrays.stream(values())
                .filter(kind -> kind.upstream.equals(upstream))
                .toList();
    }
}
