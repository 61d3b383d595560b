package com.qontak.aiagent.agents.preview;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.qontak.aiagent.agents.AgentJson.CAPABILITY_PACK;
import static com.qontak.aiagent.agents.AgentJson.SKILL_PACK;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;

import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ServiceTest
class PreviewControllerTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String UPSTREAM_PREVIEW = UPSTREAM_AGENT + "/preview";
    private static final String PREVIEW = "/v2/ai_agents/" + AgentJson.UUID + "/preview";
    private static final String MESSAGE = "{\"message\": \"Di mana paket saya?\", \"session_id\": \"ses_1\"}";
    private static final String REPLY =
            """
            {"session_id": "ses_1", "reply": "Boleh saya minta nomornya?", "x_new": 1,
             "trace": [{"step": "route", "skill_id": "order_status", "detail": "where is my order"},
                       {"step": "milestone", "skill_id": "order_status", "milestone_id": "ask"}]}""";

    private final WebTestClient builder;
    private final WebTestClient otherTenant;

    @Autowired
    PreviewControllerTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        this.otherTenant = Api.of(environment).as(2, "bot_builder");
    }

    @BeforeEach
    void upstreamHasAnAgent() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT).willReturn(okJson(agent(1, 3, "draft"))));
        MEKARI_AGENT.stubFor(post(UPSTREAM_PREVIEW).willReturn(okJson(REPLY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/json, text/event-stream"})
    void turnIsAnsweredWholeUnlessEventsArePreferred(String accept) {
        preview(builder, accept, MESSAGE)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .expectBody()
                .json(
                        """
                        {"session_id": "ses_1", "reply": "Boleh saya minta nomornya?",
                         "trace": [{"step": "route", "capability_id": "order_status", "detail": "where is my order"},
                                   {"step": "checkpoint", "capability_id": "order_status", "checkpoint_id": "ask"}]}""",
                        JsonCompareMode.STRICT);
        MEKARI_AGENT.verify(
                1,
                postRequestedFor(urlEqualTo(UPSTREAM_PREVIEW))
                        .withHeader("Accept", containing("application/json"))
                        .withRequestBody(equalToJson(MESSAGE)));
    }

    @Test
    void formatWeDoNotSpeakIsNotAcceptableAndNothingIsTried() {
        preview(builder, "application/pdf", MESSAGE).expectStatus().isEqualTo(406);
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{} | required | /message",
                "{\"message\": \"  \"} | required | /message",
                "{\"message\": \"Halo\", \"session_id\": \"\"} | invalid_format | /session_id",
                "{\"message\": \"Halo\", \"temperature\": 1} | unknown_field | /temperature"
            })
    void wrongRequestIsRefusedAndNothingIsTried(String body, String code, String pointer) {
        for (String accept : new String[] {"application/json", "text/event-stream"}) {
            preview(builder, accept, body)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.findings[0].code")
                    .isEqualTo(code)
                    .jsonPath("$.findings[0].pointer")
                    .isEqualTo(pointer);
        }
        MEKARI_AGENT.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void messageMayHaveFourThousandCharacters() {
        preview(builder, "application/json", "{\"message\": \"" + "a".repeat(4000) + "\"}")
                .expectStatus()
                .isOk();
        preview(builder, "application/json", "{\"message\": \"" + "a".repeat(4001) + "\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo("too_long");
    }

    @ParameterizedTest(name = "{0} is answered {1}")
    @CsvSource({"404, 404", "409, 409", "422, 422", "429, 429", "401, 502", "500, 502"})
    void refusalBeforeTheFirstEventIsAProblem(int upstream, int answered) {
        MEKARI_AGENT.stubFor(post(UPSTREAM_PREVIEW).willReturn(aResponse().withStatus(upstream)));

        preview(builder, "text/event-stream", MESSAGE)
                .expectStatus()
                .isEqualTo(answered)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        preview(builder, "application/json", MESSAGE).expectStatus().isEqualTo(answered);
    }

    @Test
    void unsavedPackIsTriedInUpstreamWords() {
        String pack = CAPABILITY_PACK.replace("checkpoint", "milestone").replace("engine_tier", "model_tier");

        preview(builder, "application/json", "{\"message\": \"Halo\", \"capability_pack\": " + pack + "}")
                .expectStatus()
                .isOk();
        MEKARI_AGENT.verify(
                1,
                postRequestedFor(urlEqualTo(UPSTREAM_PREVIEW))
                        .withRequestBody(equalToJson("{\"message\": \"Halo\", \"skill_pack\": " + SKILL_PACK + "}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void unsavedPackWithAnErrorIsRefusedAndNotTried(String accept) {
        String wrong = CAPABILITY_PACK.replace("\"go_to\": \"done\"", "\"go_to\": \"nowhere\"");

        preview(builder, accept, "{\"message\": \"Halo\", \"capability_pack\": " + wrong + "}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_checkpoint")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints/0/next/0/go_to");
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void answerThatIsNoStreamOfEventsIsABadGateway() {
        preview(builder, "text/event-stream", MESSAGE).expectStatus().isEqualTo(502);
    }

    @Test
    void replyWithoutASessionIsABadGateway() {
        MEKARI_AGENT.stubFor(post(UPSTREAM_PREVIEW).willReturn(okJson("{\"reply\": \"Halo\"}")));

        preview(builder, "application/json", MESSAGE).expectStatus().isEqualTo(502);
    }

    @Test
    void agentOfAnotherTenantIsNotFound() {
        preview(otherTenant, "application/json", MESSAGE).expectStatus().isNotFound();
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
    }

    private static ResponseSpec preview(WebTestClient caller, String accept, String body) {
        return caller.post()
                .uri(PREVIEW)
                .header("Accept", accept)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
