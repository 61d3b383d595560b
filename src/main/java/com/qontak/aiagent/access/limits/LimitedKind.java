package com.qontak.aiagent.access.limits;

import java.util.Locale;
import java.util.regex.Pattern;

/** Requests that are counted together. */
enum LimitedKind {
    /** {@code POST …/generate} and {@code POST …/refine}. */
    DRAFTS,
    /** {@code POST …/preview} of an agent. */
    PREVIEWS,
    /** Everything else. */
    REQUESTS;

    private static final String GENERATE = "/v2/ai_agents/generate";
    private static final Pattern REFINE = Pattern.compile("/v2/ai_agents/[^/]+/refine");
    // A migration's preview asks no model, so it is a request like any other.
    private static final Pattern PREVIEW = Pattern.compile("/v2/ai_agents/(?!migrations/)[^/]+/preview");

    static LimitedKind of(String method, String pattern) {
        if (!method.equals("POST")) {
            return REQUESTS;
        }
        if (pattern.equals(GENERATE) || REFINE.matcher(pattern).matches()) {
            return DRAFTS;
        }
        return PREVIEW.matcher(pattern).matches() ? PREVIEWS : REQUESTS;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
