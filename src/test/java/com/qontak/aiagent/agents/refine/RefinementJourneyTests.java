package com.qontak.aiagent.agents.refine;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.localrun.simulator.UpstreamSimulator;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.SimulatedUpstreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A conversation about an agent, and what is done with the changes it proposes. */
@ServiceTest
@Timeout(60)
class RefinementJourneyTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper SNAKE_CASE =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final String AGENT = "/v2/ai_agents/" + UpstreamSimulator.DRAFT_AGENT;

    private final WebTestClient builder;
    private final WebTestClient stranger;
    private SimulatedUpstreams upstreams;

    @Autowired
    RefinementJourneyTests(Environment environment) {
        this.builder = Api.of(environment).as(1, "bot_builder");
        this.stranger = Api.of(environment).as(2, "bot_builder");
    }

    @BeforeEach
    void start() {
        upstreams = SimulatedUpstreams.start(Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        upstreams.close();
    }

    @Test
    void proposalIsAnsweredAsChangesAndNothingIsSaved() throws IOException {
        JsonNode answer = refine("Ganti nama agen menjadi Siti");

        assertThat(answer.path("reply").asText()).isNotBlank();
        assertThat(answer.path("base_version").asLong()).isEqualTo(1);
        assertThat(answer.path("findings")).isEmpty();
        JsonNode change = answer.at("/changes/0");
        assertThat(answer.path("changes")).hasSize(1);
        assertThat(change.path("section").asText()).isEqualTo("profile");
        assertThat(change.path("kind").asText()).isEqualTo("replace");
        assertThat(change.path("pointer").asText()).isEqualTo("/profile/name");
        assertThat(change.path("after").asText()).isEqualTo("Siti");
        assertThat(change.path("summary").asText()).isEqualTo("Changes the name in the profile.");
        assertThat(change.at("/operations/0/op").asText()).isEqualTo("replace");
        assertThat(agent().at("/version").asLong()).isEqualTo(1);
    }

    @Test
    void chosenChangeIsAppliedAloneAndTheOthersAreNot() throws IOException {
        JsonNode answer = refine("Make it shorter");
        assertThat(answer.path("changes").size()).isGreaterThan(1);
        JsonNode chosen = answer.at("/changes/0");
        JsonNode before = agent().path("capability_pack");

        JsonNode saved = body(apply("\"1\"", List.of(chosen)), 200);

        assertThat(saved.path("version").asLong()).isEqualTo(2);
        assertThat(saved.path("capability_pack").at(chosen.path("pointer").asText()))
                .isEqualTo(chosen.path("after"));
        JsonNode left = answer.at("/changes/1");
        assertThat(saved.path("capability_pack").at(left.path("pointer").asText()))
                .isEqualTo(before.at(left.path("pointer").asText()));
    }

    @Test
    void allChangesTogetherGiveTheProposedPack() throws IOException {
        JsonNode answer = refine("Tambahkan kemampuan untuk retur");

        JsonNode saved = body(apply("\"1\"", list(answer.path("changes"))), 200);

        assertThat(saved.at("/capability_pack/capabilities").findValuesAsText("capability_id"))
                .contains("return_request");
    }

    @Test
    void applyingTwiceIsStaleTheSecondTime() throws IOException {
        List<JsonNode> changes = list(refine("Ganti nama agen menjadi Siti").path("changes"));
        apply("\"1\"", changes).expectStatus().isOk();

        apply("\"1\"", changes).expectStatus().isEqualTo(412).expectHeader().valueEquals("ETag", "\"2\"");
    }

    @Test
    void changeThatNeedsAnotherIsRefusedNamingIt() throws IOException {
        List<JsonNode> changes = list(refine("Tambahkan kemampuan untuk retur").path("changes"));
        JsonNode dependent = changes.stream()
                .filter(change -> !change.path("depends_on").isEmpty())
                .findFirst()
                .orElseThrow();

        JsonNode problem = body(apply("\"1\"", List.of(dependent)), 409);

        assertThat(problem.path("type").asText()).isEqualTo("/problems/change-depends-on");
        assertThat(problem.path("detail").asText())
                .contains(dependent.at("/depends_on/0").asText());
    }

    @Test
    void changeThatWasTamperedWithIsRefusedAtItsPlace() throws IOException {
        ObjectNode tampered =
                refine("Ganti nama agen menjadi Siti").at("/changes/0").deepCopy();
        tampered.put("after", "Somebody else");

        JsonNode problem = body(apply("\"1\"", List.of(tampered)), 422);

        assertThat(problem.at("/findings/0/code").asText()).isEqualTo("change_does_not_apply");
        assertThat(problem.at("/findings/0/pointer").asText()).isEqualTo("/changes/0");
        assertThat(agent().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void operationOutsideThePackIsRefused() throws IOException {
        ObjectNode tampered =
                refine("Ganti nama agen menjadi Siti").at("/changes/0").deepCopy();
        ((ObjectNode) tampered.at("/operations/0")).put("path", "/../status");

        assertThat(body(apply("\"1\"", List.of(tampered)), 422)
                        .at("/findings/0/pointer")
                        .asText())
                .isEqualTo("/changes/0");
    }

    @Test
    void changeOfAnotherAgentIsRefused() throws IOException {
        ObjectNode other = agent().path("capability_pack").deepCopy();
        other.withObject("/profile").put("name", "Somebody else's name");
        ObjectNode renamed = other.deepCopy();
        renamed.withObject("/profile").put("name", "Siti");

        JsonNode problem = body(apply("\"1\"", changes(other, renamed)), 422);

        assertThat(problem.at("/findings/0/code").asText()).isEqualTo("change_does_not_apply");
    }

    @Test
    void changeInTheWordsOfAnUpstreamIsRefusedHoweverGenuineItLooks() throws IOException {
        ObjectNode current = agent().path("capability_pack").deepCopy();
        ObjectNode proposed = current.deepCopy();
        proposed.withObject("/profile").put("skill_id", "order_status");

        JsonNode problem = body(apply("\"1\"", changes(current, proposed)), 422);

        assertThat(problem.at("/findings/0/code").asText()).isEqualTo("conflicting_alias");
        assertThat(agent().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void answerThatChangesNothingHasNoChanges() throws IOException {
        assertThat(refine("Apa kabar?").path("changes")).isEmpty();
    }

    @Test
    void proposalThatIsNoValidPackIsNeverShown() throws IOException {
        CHATBOT_AI.stubFor(post("/v1/refine-skill-pack")
                .willReturn(okJson("{\"reply\": \"Done.\", \"skill_pack\": {\"schema_version\": 1, \"skills\": 3}}")));

        JsonNode problem = body(refining(builder, "{\"message\": \"Do something\"}"), 502);

        assertThat(problem.path("type").asText()).isEqualTo("/problems/upstream-failed");
        assertThat(problem.has("changes")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"too_long, 1", "invalid_format, 2"})
    void unsavedPackThatNoOtherCallTakesGoesNoFurther(String code, int which) throws IOException {
        String pack =
                which == 1 ? "{\"milestones\": \"" + "x".repeat(1024 * 1024) + "\"}" : "{\"milestones\": 1e999999999}";

        JsonNode problem = body(refining(builder, "{\"message\": \"x\", \"capability_pack\": " + pack + "}"), 422);

        assertThat(problem.at("/findings/0/code").asText()).isEqualTo(code);
        assertThat(problem.at("/findings/0/pointer").asText()).isEqualTo("/capability_pack");
        assertThat(CHATBOT_AI.findAll(postRequestedFor(urlEqualTo("/v1/refine-skill-pack"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"model_tier, engine_tier", "skills, x_new", "skill_id, x_new"})
    void unsavedPackOfWhichAPartWouldBeLeftOutGoesNoFurther(String one, String other) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("message", "Rename it");
        body.withObject("/capability_pack/profile").put(one, "light").put(other, "advanced");

        JsonNode problem = body(refining(builder, body.toString()), 422);

        assertThat(problem.path("findings")).hasSize(1);
        assertThat(problem.at("/findings/0/code").asText()).isEqualTo("conflicting_alias");
        assertThat(problem.at("/findings/0/pointer").asText()).startsWith("/capability_pack/profile/");
        assertThat(CHATBOT_AI.findAll(postRequestedFor(urlEqualTo("/v1/refine-skill-pack"))))
                .isEmpty();
    }

    @Test
    void unsavedPackWithOtherErrorsIsRefined() {
        refining(builder, "{\"message\": \"Mend it\", \"capability_pack\": {\"schema_version\": 1}}")
                .expectStatus()
                .isOk();

        assertThat(CHATBOT_AI.findAll(postRequestedFor(urlEqualTo("/v1/refine-skill-pack"))))
                .hasSize(1);
    }

    @Test
    void proposalIsAnsweredWithoutTheCatalogueOfActions() throws IOException {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/actions")).willReturn(serverError()));

        assertThat(refine("Ganti nama agen menjadi Siti")
                        .at("/changes/0/pointer")
                        .asText())
                .isEqualTo("/profile/name");
    }

    @Test
    void historyIsPassedOnAndBounded() throws IOException {
        String turn = "{\"role\": \"user\", \"text\": \"%s\"}";
        refining(builder, "{\"message\": \"Apa kabar?\", \"history\": [" + turn.formatted("Halo") + "]}")
                .expectStatus()
                .isOk();
        assertThat(CHATBOT_AI.findAll(postRequestedFor(urlEqualTo("/v1/refine-skill-pack"))))
                .singleElement()
                .satisfies(request -> assertThat(JSON.readTree(request.getBody())
                                .at("/history/0/text")
                                .asText())
                        .isEqualTo("Halo"));

        String long33KiB = turn.formatted("x".repeat(33 * 1024));
        assertThat(body(refining(builder, "{\"message\": \"x\", \"history\": [" + long33KiB + "]}"), 422)
                        .at("/findings/0/pointer")
                        .asText())
                .isEqualTo("/history");
        String twentyOne = String.join(",", Collections.nCopies(21, turn.formatted("x")));
        assertThat(body(refining(builder, "{\"message\": \"x\", \"history\": [" + twentyOne + "]}"), 422)
                        .at("/findings/0/code")
                        .asText())
                .isEqualTo("too_many");
    }

    @Test
    void agentOfAnotherTenantIsNotFound() {
        refining(stranger, "{\"message\": \"Rename it\"}").expectStatus().isNotFound();
        stranger.post()
                .uri(AGENT + "/refine/apply")
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"changes\": [{\"change_id\": \"x\", \"section\": \"profile\", \"kind\": \"remove\","
                        + " \"pointer\": \"/profile/name\", \"operations\": []}]}")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void trailSaysWhatWasChangedAndNotWhatWasSaid() throws IOException {
        apply("\"1\"", list(refine("Ganti nama agen menjadi Siti").path("changes")))
                .expectStatus()
                .isOk();

        EntityExchangeResult<byte[]> trail = builder.get()
                .uri(AGENT + "/activity")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data[0].action")
                .isEqualTo("agent.apply")
                .jsonPath("$.data[0].changed[0]")
                .isEqualTo("/capability_pack/profile/name")
                .jsonPath("$.data[1].action")
                .isEqualTo("agent.refine")
                .returnResult();

        assertThat(new String(trail.getResponseBodyContent(), StandardCharsets.UTF_8))
                .doesNotContain("Siti");
    }

    private JsonNode refine(String message) throws IOException {
        return body(
                refining(
                        builder, JSON.createObjectNode().put("message", message).toString()),
                200);
    }

    private static WebTestClient.ResponseSpec refining(WebTestClient client, String body) {
        return client.post()
                .uri(AGENT + "/refine")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec apply(String ifMatch, List<JsonNode> changes) {
        ArrayNode chosen = JSON.createArrayNode().addAll(changes);
        return builder.post()
                .uri(AGENT + "/refine/apply")
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.createObjectNode().set("changes", chosen).toString())
                .exchange();
    }

    private static List<JsonNode> changes(ObjectNode current, ObjectNode proposed) {
        return PackDifference.between(current, proposed).stream()
                .map(change -> ChangeResponse.of(change, Locale.ENGLISH))
                .<JsonNode>map(SNAKE_CASE::valueToTree)
                .toList();
    }

    private JsonNode agent() throws IOException {
        return body(builder.get().uri(AGENT).exchange(), 200);
    }

    private static List<JsonNode> list(JsonNode changes) {
        return JSON.convertValue(changes, JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer, int status) throws IOException {
        return JSON.readTree(answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }
}
