package com.qontak.aiagent.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTests {

    @Test
    void completeSettingsPass() {
        assertThatCode(() -> RequiredSettings.check(complete())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, SPRING_DATASOURCE_URL",
        "upstream.mekari-agent.base-url, UPSTREAM_MEKARI_AGENT_BASE_URL",
        "upstream.chatbot-ai.token, UPSTREAM_CHATBOT_AI_TOKEN",
        "spring.security.oauth2.resourceserver.jwt.audiences, SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES",
        "spring.security.oauth2.resourceserver.jwt.issuer-uri, SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI"
    })
    void missingSettingIsNamedWithItsVariable(String name, String variable) {
        assertThatThrownBy(() -> RequiredSettings.check(complete().withProperty(name, " ")))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining(name)
                .hasMessageContaining("is missing")
                .hasMessageEndingWith(variable);
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:h2:mem:x",
        "impact.datasource.url, localhost:5432",
        "upstream.noncore-mrag.base-url, noncore-mrag",
        "upstream.noncore-mrag.base-url, ftp://noncore-mrag",
        "upstream.noncore-mrag.base-url, http://not a host",
        "spring.security.oauth2.resourceserver.jwt.issuer-uri, identity.example",
        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri, not an address"
    })
    void malformedSettingIsNamed(String name, String value) {
        assertThatThrownBy(() -> RequiredSettings.check(complete().withProperty(name, value)))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageStartingWith(name + " is no ");
    }

    @Test
    void issuerWhoseKeysAreElsewhereIsAnyName() {
        assertThatCode(() -> RequiredSettings.check(complete()
                        .withProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "urn:identity")
                        .withProperty("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", "https://keys.example")))
                .doesNotThrowAnyException();
    }

    private static MockEnvironment complete() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/bff")
                .withProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://identity.example")
                .withProperty("spring.security.oauth2.resourceserver.jwt.audiences", "ai-agent-bff");
        for (String upstream : new String[] {"mekari-agent", "chatbot-ai", "noncore-mrag"}) {
            settings.withProperty("upstream." + upstream + ".base-url", "http://" + upstream)
                    .withProperty("upstream." + upstream + ".token", "credential");
        }
        return settings;
    }
}
