package com.qontak.aiagent.agents.actions;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.forbidden;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.agents.AgentJson.CAPABILITY_PACK;
import static com.qontak.aiagent.agents.AgentJson.SKILL_PACK;
import static com.qontak.aiagent.agents.AgentJson.agent;
import static com.qontak.aiagent.agents.AgentJson.documents;
import static com.qontak.aiagent.agents.AgentJson.save;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ServiceTest
class ActionsControllerTests {

    private static final String UPSTREAM_AGENT = "/v1/agents/" + AgentJson.UUID;
    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;
    private static final String UNKNOWN_ACTION = "{\"action_id\": \"fly_to_the_moon\", \"inputs\": {}}";
    private static final String WITHOUT_INPUT = "{\"action_id\": \"create_ticket\", \"inputs\": {}}";

    private final WebTestClient builder;

    @Autowired
    ActionsControllerTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
    }

    @BeforeEach
    void upstreamHasACatalogue() {
        Upstreams.reset();
        NONCORE_MRAG.stubFor(get(urlPathEqualTo("/v1/documents")).willReturn(okJson(documents("doc_1"))));
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(okJson(ActionJson.CATALOGUE)));
    }

    @Test
    void actionsAreAnsweredInThreeGroupsInOrder() {
        builder.get()
                .uri("/v2/ai_agents/actions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.groups[*].group")
                .value(groups -> assertThat(groups).hasToString("[\"mekari_qontak\",\"mekari\",\"other_integration\"]"))
                .jsonPath("$.groups[0].actions[0].action_id")
                .isEqualTo("create_ticket")
                .jsonPath("$.groups[0].actions[0].inputs.properties.subject.type")
                .isEqualTo("string")
                .jsonPath("$.groups[0].actions[0].auth")
                .isEqualTo("company_token")
                .jsonPath("$.groups[1].actions[0].state")
                .isEqualTo("needs_approval")
                .jsonPath("$.groups[2].actions[0].state")
                .isEqualTo("not_connected");
    }

    @Test
    void whatWeDoNotKnowIsShownAndPromisesNothing() {
        builder.get()
                .uri("/v2/ai_agents/actions")
                .exchange()
                .expectBody()
                .jsonPath("$.groups[2].actions[1].action_id")
                .isEqualTo("brand_new")
                .jsonPath("$.groups[2].actions[1].auth")
                .isEqualTo("other")
                .jsonPath("$.groups[2].actions[1].state")
                .isEqualTo("not_connected")
                .jsonPath("$.groups[2].actions[1].inputs")
                .isEmpty();
    }

    @Test
    void allPagesOfTheCatalogueAreRead() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions"))
                .withQueryParam("page", equalTo("1"))
                .willReturn(okJson("{\"actions\": [{\"action_id\": \"one\"}], \"total\": 2}")));
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions"))
                .withQueryParam("page", equalTo("2"))
                .willReturn(okJson("{\"actions\": [{\"action_id\": \"two\"}], \"total\": 2}")));

        builder.get()
                .uri("/v2/ai_agents/actions")
                .exchange()
                .expectBody()
                .jsonPath("$.groups[2].actions[*].action_id")
                .value(ids -> assertThat(ids).hasToString("[\"one\",\"two\"]"));
        MEKARI_AGENT.verify(2, getRequestedFor(urlPathEqualTo("/v1/actions")));
    }

    @Test
    void catalogueThatNeverEndsIsNotFollowedForEver() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions"))
                .willReturn(okJson("{\"actions\": [{\"action_id\": \"one\"}], \"total\": 1000000}")));

        builder.get().uri("/v2/ai_agents/actions").exchange().expectStatus().isEqualTo(502);
        MEKARI_AGENT.verify(50, getRequestedFor(urlPathEqualTo("/v1/actions")));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422, 500})
    void catalogueThatFailsIsNotTheCallersFault(int status) {
        MEKARI_AGENT.stubFor(
                get(urlPathEqualTo("/v1/actions")).willReturn(aResponse().withStatus(status)));

        builder.get().uri("/v2/ai_agents/actions").exchange().expectStatus().isEqualTo(502);
    }

    @Test
    void validationMissesUnknownActionsAndInputs() {
        validate(UNKNOWN_ACTION)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_action")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints/0/actions/0/action_id");
        validate(WITHOUT_INPUT)
                .expectBody()
                .jsonPath("$.valid")
                .isEqualTo(false)
                .jsonPath("$.findings[0].code")
                .isEqualTo("missing_action_input")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/capability_pack/capabilities/0/checkpoints/0/actions/0/inputs/subject");
    }

    @Test
    void everySaveIsHeldAgainstTheCatalogue() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT)
                .willReturn(
                        okJson(agent(1, 3, "draft").replace(SKILL_PACK, ActionJson.using(WITHOUT_INPUT, SKILL_PACK)))));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT + "/versions/2")
                .willReturn(
                        okJson(agent(1, 2, "draft").replace(SKILL_PACK, ActionJson.using(WITHOUT_INPUT, SKILL_PACK)))));

        for (ResponseSpec refused : saves(WITHOUT_INPUT)) {
            refused.expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.findings[0].code")
                    .isEqualTo("missing_action_input");
        }
        verifyNothingSaved();
    }

    @Test
    void nothingIsSavedUncheckedWhileTheCatalogueIsDown() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(forbidden()));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT)
                .willReturn(
                        okJson(agent(1, 3, "draft").replace(SKILL_PACK, ActionJson.using(WITHOUT_INPUT, SKILL_PACK)))));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT + "/versions/2")
                .willReturn(
                        okJson(agent(1, 2, "draft").replace(SKILL_PACK, ActionJson.using(WITHOUT_INPUT, SKILL_PACK)))));

        for (ResponseSpec failed : saves(WITHOUT_INPUT)) {
            failed.expectStatus().isEqualTo(502);
        }
        validate(WITHOUT_INPUT).expectStatus().isEqualTo(502);
        verifyNothingSaved();
    }

    @Test
    void packWithoutActionsDoesNotNeedTheCatalogue() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(forbidden()));
        MEKARI_AGENT.stubFor(post("/v1/agents").willReturn(okJson(agent(1, 1, "draft"))));

        create(CAPABILITY_PACK).expectStatus().isCreated();
        MEKARI_AGENT.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void agentIsReadWithWhatTheCatalogueTells() {
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT)
                .willReturn(okJson(
                        agent(1, 3, "draft").replace(SKILL_PACK, ActionJson.using(UNKNOWN_ACTION, SKILL_PACK)))));

        builder.get()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_action");
    }

    @Test
    void agentIsReadWithoutItWhileTheCatalogueIsDown() {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(forbidden()));
        MEKARI_AGENT.stubFor(get(UPSTREAM_AGENT)
                .willReturn(okJson(
                        agent(1, 3, "draft").replace(SKILL_PACK, ActionJson.using(UNKNOWN_ACTION, SKILL_PACK)))));

        builder.get()
                .uri(AGENT)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.findings[?(@.severity == 'error')]")
                .isEmpty();
    }

    @Test
    void draftIsHeldAgainstTheCatalogue() {
        CHATBOT_AI.stubFor(post("/v1/draft-skill-pack")
                .willReturn(okJson(
                        "{\"skill_pack\": " + ActionJson.using(UNKNOWN_ACTION, SKILL_PACK) + ", \"notes\": []}")));

        builder.post()
                .uri("/v2/ai_agents/generate")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"prompt\": \"A friendly assistant for a fashion shop\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_action");
    }

    private List<ResponseSpec> saves(String action) {
        String pack = ActionJson.using(action, CAPABILITY_PACK);
        return List.of(
                create(pack),
                builder.put()
                        .uri(AGENT)
                        .header("If-Match", "\"3\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(save(pack))
                        .exchange(),
                builder.patch()
                        .uri(AGENT)
                        .header("If-Match", "\"3\"")
                        .header("Content-Type", "application/merge-patch+json")
                        .bodyValue("{\"name\": \"Toko Baru\"}")
                        .exchange(),
                builder.post()
                        .uri(AGENT + "/publish")
                        .header("If-Match", "\"3\"")
                        .exchange(),
                builder.post()
                        .uri(AGENT + "/versions/2/restore")
                        .header("If-Match", "\"3\"")
                        .exchange());
    }

    private ResponseSpec create(String pack) {
        return builder.post()
                .uri("/v2/ai_agents")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(save(pack))
                .exchange();
    }

    private ResponseSpec validate(String action) {
        return builder.post()
                .uri("/v2/ai_agents/validate")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"capability_pack\": " + ActionJson.using(action, CAPABILITY_PACK) + "}")
                .exchange();
    }

    private static void verifyNothingSaved() {
        MEKARI_AGENT.verify(0, postRequestedFor(anyUrl()));
        MEKARI_AGENT.verify(0, putRequestedFor(anyUrl()));
    }
}
