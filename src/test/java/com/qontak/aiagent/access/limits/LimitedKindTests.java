package com.qontak.aiagent.access.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitedKindTests {

    @ParameterizedTest
    @CsvSource({
        "POST, /v2/ai_agents/generate, DRAFTS",
        "POST, /v2/ai_agents/{ai_agent_uuid}/refine, DRAFTS",
        "POST, /v2/ai_agents/{ai_agent_uuid}/refine/apply, REQUESTS",
        "POST, /v2/ai_agents/{ai_agent_uuid}/preview, PREVIEWS",
        "POST, /v2/ai_agents/migrations/preview, REQUESTS",
        "POST, /v2/ai_agents/migrations, REQUESTS",
        "POST, /v2/ai_agents, REQUESTS",
        "GET, /v2/ai_agents/generate, REQUESTS",
        "GET, /impact/report, REQUESTS"
    })
    void requestsOfAKindAreCountedTogether(String method, String pattern, LimitedKind kind) {
        assertThat(LimitedKind.of(method, pattern)).isEqualTo(kind);
    }
}
