package com.qontak.aiagent.access;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Nobody listens where the keys should be. */
@ServiceTest
@DirtiesContext
@TestPropertySource(properties = "testing.keys=http://127.0.0.1:1/keys")
class IdentityProviderAwayTests {

    private final WebTestClient builder;

    @Autowired
    IdentityProviderAwayTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
    }

    @Test
    void tokenThatCannotBeCheckedIsNoFailureOfOurs() {
        builder.get()
                .uri("/v2/ai_agents")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/identity-unavailable");
    }
}
