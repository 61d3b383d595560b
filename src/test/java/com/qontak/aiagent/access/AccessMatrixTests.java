package com.qontak.aiagent.access;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.ApiCaller;
import com.qontak.aiagent.testing.ApiOperation;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Every operation of the committed API document against every reason to refuse it. The upstreams answer whatever they
 * are asked with an agent of organization 1, so that nothing but this service stands between it and a stranger.
 */
@ServiceTest
class AccessMatrixTests {

    private static final Map<String, Audience> AUDIENCES = Audience.byOperation();
    private static final Map<String, String> REFUSED_TOKENS = RefusedTokens.all();
    private static final Set<String> REFUSALS = Set.of(
            "unauthenticated",
            "forbidden",
            "wrong-organization",
            "plan-not-entitled",
            "autonomous-mode-not-enabled",
            "not-found",
            "internal-error");
    private static final List<String> ROLES =
            List.of("specialist", "bot_builder", "org_admin", "supervisor", "owner", "janitor", "SPECIALIST", "");
    private static final long NOT_ENTITLED = 3;
    private static final long NOT_ROLLED_OUT = 4;

    private final ApiCaller api;

    @Autowired
    AccessMatrixTests(Environment environment) {
        this.api = ApiCaller.of(environment);
    }

    @BeforeEach
    void answerEverybody() {
        Upstreams.reset();
        String agent = AgentJson.agent(1, 1, "draft");
        MEKARI_AGENT.stubFor(any(anyUrl()).willReturn(okJson(agent)));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/agents")).willReturn(okJson("{\"agents\": [], \"total\": 0}")));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/actions")).willReturn(okJson("{\"actions\": []}")));
        MEKARI_AGENT.stubFor(get(urlPathMatching("/v1/agents/.*/versions"))
                .willReturn(okJson("{\"versions\": [" + agent + "], \"total\": 1}")));
        NONCORE_MRAG.stubFor(any(anyUrl())
                .willReturn(okJson(
                        """
                        {"document_id": "doc_1", "agent_id": "%s", "kind": "snippet", "title": "x", "status": "ready",
                         "skill_ids": [], "bytes": 1, "created_at": "2026-11-02T03:04:05Z", "documents": [],
                         "total": 0}"""
                                .formatted(ApiCaller.AGENT))));
        CHATBOT_AI.stubFor(any(anyUrl()).willReturn(okJson("{\"reply\": \"x\", \"skill_pack\": {}}")));
    }

    @AfterEach
    void forget() {
        Upstreams.reset();
    }

    static Stream<ApiOperation> operations() {
        return ApiOperation.all().stream();
    }

    static Stream<ApiOperation> guarded() {
        return operations().filter(call -> audience(call) != Audience.EVERYBODY);
    }

    static Stream<ApiOperation> ofOneAgent() {
        return operations().filter(ApiOperation::isOfOneAgent);
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        Set<String> documented = operations().map(ApiOperation::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isNotEmpty().isEqualTo(new TreeSet<>(AUDIENCES.keySet()));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void theRoleDecides(ApiOperation call) {
        Set<String> welcome = audience(call).roles().stream().map(Role::claim).collect(Collectors.toSet());
        for (String role : ROLES) {
            HttpResponse<String> answer = api.call(call, Tokens.of(1, role));
            if (welcome.contains(role)) {
                assertPassed(answer, role);
            } else {
                assertRefused(answer, 403, "forbidden", role);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void aTokenWithOneThingWrongIsRefused(ApiOperation call) {
        REFUSED_TOKENS.forEach((wrong, token) -> {
            HttpResponse<String> answer = api.call(call, token);
            assertRefused(answer, 401, "unauthenticated", wrong);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        });
        assertRefused(api.call(call, ""), 401, "unauthenticated", "none");
        assertNothingAsked();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void planAndRolloutDecideOnTheBuilderAlone(ApiOperation call) {
        for (Role role : audience(call).roles()) {
            HttpResponse<String> notEntitled = api.call(call, Tokens.of(NOT_ENTITLED, role.claim()));
            HttpResponse<String> notRolledOut = api.call(call, Tokens.of(NOT_ROLLED_OUT, role.claim()));
            if (audience(call).needsTheBuilder()) {
                assertRefused(notEntitled, 403, "plan-not-entitled", role.claim());
                assertRefused(notRolledOut, 403, "autonomous-mode-not-enabled", role.claim());
            } else {
                assertPassed(notEntitled, role.claim());
                assertPassed(notRolledOut, role.claim());
            }
        }
        assertRefused(api.call(call, Tokens.of(NOT_ENTITLED, "janitor")), 403, "forbidden", "janitor");
        assertNothingAsked();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void anAddressWrittenOtherwiseIsGuardedAlike(ApiOperation call) {
        String address =
                call.address(ApiCaller.AGENT).replace("/v2/ai", "/%76%32/%61i").replace("/impact", "/imp%61ct");
        String role = audience(call).roles().get(0).claim();

        assertRefused(api.call(call, address, "", Map.of()), 401, "unauthenticated", address);
        assertRefused(api.call(call, address, Tokens.of(1, "janitor"), Map.of()), 403, "forbidden", address);
        if (audience(call).needsTheBuilder()) {
            assertRefused(
                    api.call(call, address, Tokens.of(NOT_ENTITLED, role), Map.of()),
                    403,
                    "plan-not-entitled",
                    address);
        }
        assertNothingAsked();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void onlyASpecialistActsForAnotherOrganization(ApiOperation call) {
        Map<String, String> forAnother = Map.of("X-Organization-Id", "1");
        for (Role role : audience(call).roles()) {
            HttpResponse<String> answer = api.call(call, Tokens.of(2, role.claim()), forAnother);
            if (role == Role.SPECIALIST) {
                assertPassed(answer, role.claim());
            } else {
                assertRefused(answer, 403, "wrong-organization", role.claim());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void anOrganizationThatDoesNotExistIsNotFound(ApiOperation call) {
        String role = audience(call).roles().get(0).claim();

        assertRefused(api.call(call, Tokens.of(99, role)), 404, "not-found", role);
        assertRefused(
                api.call(call, Tokens.of(99, role), Map.of("X-Organization-Id", "98")),
                audience(call).roles().contains(Role.SPECIALIST) ? 404 : 403,
                audience(call).roles().contains(Role.SPECIALIST) ? "not-found" : "wrong-organization",
                role);
        assertNothingAsked();
    }

    @ParameterizedTest
    @MethodSource("ofOneAgent")
    void anAgentOfAnotherTenantIsNotFoundAndNothingIsChanged(ApiOperation call) {
        for (Role role : audience(call).roles()) {
            HttpResponse<String> answer = api.call(call, Tokens.of(2, role.claim()), Map.of("If-Match", "\"1\""));
            assertRefused(answer, 404, "not-found", role.claim());
            assertThat(answer.body()).doesNotContain("Toko Maju");
        }
        for (WireMockServer upstream : upstreams()) {
            upstream.verify(0, putRequestedFor(anyUrl()));
            upstream.verify(0, postRequestedFor(anyUrl()));
            upstream.verify(0, deleteRequestedFor(anyUrl()));
        }
    }

    @Test
    void whatIsOpenIsOpenToEverybody() {
        Set<String> answered = new HashSet<>();
        operations().filter(call -> audience(call) == Audience.EVERYBODY).forEach(call -> {
            assertThat(api.call(call, "").statusCode()).as(call.name()).isEqualTo(200);
            answered.add(call.name());
        });
        assertThat(answered).hasSize(2);
    }

    private static Audience audience(ApiOperation call) {
        return AUDIENCES.get(call.name());
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String problem, String why) {
        assertThat(answer.statusCode()).as(why + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).as(why).contains("application/problem+json");
        assertThat(answer.body()).as(why).contains("\"/problems/" + problem + "\"");
    }

    private static void assertPassed(HttpResponse<String> answer, String why) {
        assertThat(REFUSALS)
                .as(why + ": " + answer.statusCode() + " " + answer.body())
                .noneMatch(problem -> answer.body().contains("\"/problems/" + problem + "\""));
    }

    private static void assertNothingAsked() {
        upstreams().forEach(upstream -> upstream.verify(0, anyRequestedFor(anyUrl())));
    }

    private static List<WireMockServer> upstreams() {
        return List.of(MEKARI_AGENT, NONCORE_MRAG, CHATBOT_AI);
    }
}
