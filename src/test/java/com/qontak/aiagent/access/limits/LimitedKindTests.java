package com.qontak.aiagent.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitedKindTests {

    @ParameterizedTest
    @CsvSource({
        "POST, /v2/ai_agents/generate, DRAFTS",
        "POST, /v2/ai_agents/5b0d7f6e/refine, DRAFTS",
        "POST, /v2/ai_agents/5b0d7f6e/refine/apply, REQUESTS",
        "POST, /v2/ai_agents/5b0d7f6e/preview, PREVIEWS",
        "POST, /v2/ai_agents/migrations/preview, REQUESTS",
        "POST, /v2/ai_agents/migrations, REQUESTS",
        "POST, /v2/ai_agents, REQUESTS",
        "GET, /v2/ai_agents/generate, REQUESTS",
        "GET, /impact/report, REQUESTS"
    })
    void requestsOfAKindAreCountedTogether(String method, String path, LimitedKind kind) {
        assertThat(LimitedKind.of(method, path)).isEqualTo(kind);
    }
}
