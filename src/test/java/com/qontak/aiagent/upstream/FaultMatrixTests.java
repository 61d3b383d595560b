package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.upstream.FaultMatrix.Answer;
import com.qontak.aiagent.web.ProblemType;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every call to an upstream, in every operation that makes it, meets every {@link Fault}: what the public is answered,
 * how often the call is sent, how long it takes, and what is left behind.
 */
@ServiceTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "testing.response-timeout=3s",
            "agents.preview.time-limit=3s",
            "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=1000000",
            "resilience4j.retry.configs.safe.wait-duration=10ms",
            "resilience4j.retry.configs.keyed.wait-duration=10ms",
            "upstream.mekari-agent.max-response-size=16KB",
            "upstream.chatbot-ai.max-response-size=16KB",
            "upstream.noncore-mrag.max-response-size=16KB"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class FaultMatrixTests {

    private static final FaultMatrix MATRIX = new FaultMatrix();
    private static final Set<String> UPSTREAMS = Set.of("mekari-agent", "chatbot-ai", "noncore-mrag");
    private static final Set<String> WITHOUT_UPSTREAMS =
            Set.of("/v2/ai_agents/schema", "/v2/ai_agents/kpis", "/v2/ai_agents/{ai_agent_uuid}/activity");

    // Few enough for a healthy call beside them to be answered in time on a busy machine.
    private static final int FEW = 8;

    private static final Duration IN_TIME = Duration.ofSeconds(3).plusSeconds(5);
    private static final Pattern PRIVATE = Pattern.compile(
            "skill|milestone|performance_exit|model_tier|" + Fault.SECRET + "|-credential|127\\.0\\.0\\.1|localhost");

    private final String service;
    private final JdbcClient rows;
    private final ObjectMapper json;
    private final RetryRegistry retries;
    private final RequestMappingHandlerMapping mapping;
    private final Remains remains;
    private final List<FaultCase> healthy = new ArrayList<>();
    private final List<FaultCase> cases = new ArrayList<>();
    private final List<FaultCase> repeatedInVain = new ArrayList<>();
    private List<PublicOperation> operations = List.of();

    @Autowired
    FaultMatrixTests(
            Environment environment,
            JdbcClient rows,
            ObjectMapper json,
            RetryRegistry retries,
            RequestMappingHandlerMapping mapping,
            MeterRegistry meters,
            BulkheadRegistry bulkheads) {
        this.service = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        this.rows = rows;
        this.json = json;
        this.retries = retries;
        this.mapping = mapping;
        this.remains = new Remains(meters, bulkheads);
    }

    @DynamicPropertySource
    static void upstreams(DynamicPropertyRegistry properties) {
        UPSTREAMS.forEach(name -> properties.add("testing." + name, () -> MATRIX.url(name)));
    }

    @BeforeAll
    @Timeout(180)
    void run() throws Exception {
        rows.sql(
                        """
                        INSERT INTO organizations (id, name, plan, settings)
                        SELECT id, 'Toko ' || id, 'plus', '{"ai_agent_engine_version": 2}'
                        FROM generate_series(:first::bigint, :last::bigint) AS id
                        """)
                .param("first", FaultMatrix.FIRST_ORGANIZATION)
                .param("last", FaultMatrix.FIRST_ORGANIZATION + FaultMatrix.CALLERS)
                .update();
        operations = PublicOperation.all(change());
        operations.forEach(operation -> healthy.add(well(operation)));
        MATRIX.run(service, healthy, FEW);
        MATRIX.run(
                service,
                IntStream.range(0, 8)
                        .boxed()
                        .flatMap(round -> operations.stream().map(FaultMatrixTests::well))
                        .toList(),
                FaultMatrix.CALLERS);
        remains.watch();

        cases.addAll(FaultMatrix.cases(operations));
        Map<Boolean, List<FaultCase>> slow = cases.stream()
                .collect(Collectors.partitioningBy(one -> one.fault().isSlow()));
        MATRIX.run(service, slow.get(true), FaultMatrix.CALLERS);
        MATRIX.run(service, slow.get(false), FEW);
        for (PublicOperation operation : operations) {
            for (UpstreamCall call : Set.copyOf(operation.calls())) {
                FaultCase refused = new FaultCase(operation, call, Fault.REFUSED, false);
                long before = failedRepeats(call);
                MATRIX.runRefused(service, refused);
                cases.add(refused);
                if (failedRepeats(call) > before) {
                    repeatedInVain.add(refused);
                }
            }
        }
    }

    @AfterAll
    void stop() throws IOException {
        remains.stopWatching();
        MATRIX.close();
    }

    Stream<PublicOperation> operations() {
        return operations.stream();
    }

    @Test
    void everyCallIsMadeByAnOperationOfTheMatrix() {
        assertThat(operations.stream().flatMap(operation -> operation.calls().stream()))
                .contains(UpstreamCall.values());
    }

    @Test
    void everyOperationOfTheBuilderIsInTheMatrixOrNeedsNoUpstream() {
        List<String> missing = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream()
                        .filter(pattern -> pattern.getPatternString().startsWith("/v2/ai_agents"))
                        .filter(pattern -> !WITHOUT_UPSTREAMS.contains(pattern.getPatternString()))
                        .filter(pattern -> operations.stream()
                                .noneMatch(operation -> pattern.matches(PathContainer.parsePath(operation.path()))
                                        && info.getMethodsCondition().getMethods().stream()
                                                .anyMatch(
                                                        method -> method.name().equals(operation.method()))))
                        .map(pattern -> info.getMethodsCondition() + " " + pattern))
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void operationsMakeTheCallsOfTheirRowsWhileAllIsWell() {
        SoftAssertions softly = new SoftAssertions();
        healthy.forEach(one -> {
            softly.assertThat(MATRIX.answer(one).status())
                    .as("%s answers %s", one.operation(), MATRIX.answer(one).body())
                    .isEqualTo(one.operation().status());
            softly.assertThat(one.seen())
                    .as("calls to %s", one.operation())
                    .isEqualTo(one.operation().calls());
        });
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void faultsAreAnsweredAsTheyMustBe(PublicOperation operation) {
        SoftAssertions softly = new SoftAssertions();
        for (FaultCase one : cases) {
            if (one.operation() == operation) {
                check(softly, one, MATRIX.answer(one));
            }
        }
        softly.assertAll();
    }

    @Test
    void nothingIsLeftBehind() {
        Awaitility.await().untilAsserted(() -> {
            assertThat(remains.permits()).as("permits").isZero();
            for (String upstream : UPSTREAMS) {
                assertThat(remains.connections(upstream, "active")).as(upstream).isZero();
                assertThat(remains.connections(upstream, "awaited"))
                        .as(upstream)
                        .isZero();
                assertThat(MATRIX.unfinished(upstream)).as(upstream).isZero();
            }
        });
        assertThat(remains.newThreads()).as("threads").isEmpty();
        assertThat(remains.leakedBuffers()).as("buffers").isEmpty();
    }

    private void check(SoftAssertions softly, FaultCase one, Answer answer) {
        softly.assertThat(answer.took()).as("time of %s", one).isLessThan(IN_TIME);
        if (one.fault() != Fault.REFUSED) {
            softly.assertThat(one.attempts())
                    .as("attempts of %s", one)
                    .isEqualTo(one.fault().attempts(one.target()));
        } else {
            softly.assertThat(repeatedInVain.contains(one))
                    .as("%s repeated", one)
                    .isEqualTo(one.fault().attempts(one.target()) > 1);
        }
        Optional<ProblemType> problem = problem(one);
        if (one.isLate()) {
            softly.assertThat(answer.status()).as("%s", one).isEqualTo(200);
            softly.assertThat(answer.body())
                    .as("%s", one)
                    .contains("event:token")
                    .containsPattern("event:error\ndata:\\{\"code\":\""
                            + problem.orElseThrow().slug() + "\"[^\n]*\n\n$");
        } else if (problem.isPresent()) {
            softly.assertThat(answer.status())
                    .as("%s is answered %s after %s", one, answer.body(), answer.took())
                    .isEqualTo(problem.get().status().value());
            softly.assertThat(answer.header("content-type")).as("%s", one).isEqualTo("application/problem+json");
            softly.assertThat(answer.body())
                    .as("%s", one)
                    .contains("\"/problems/" + problem.get().slug() + "\"");
            softly.assertThat(answer.header("retry-after"))
                    .as("Retry-After of %s", one)
                    .isEqualTo(problem.get() == ProblemType.TOO_MANY_REQUESTS ? "17" : "");
            softly.assertThat(answer.header("etag"))
                    .as("ETag of %s", one)
                    .isEqualTo(
                            switch (problem.get()) {
                                case CONFLICT, VERSION_MOVED_ON -> "\"7\"";
                                default -> "";
                            });
        } else {
            softly.assertThat(answer.status())
                    .as("%s is answered %s", one, answer.body())
                    .isEqualTo(one.operation().status());
        }
        if (one.isLate() || problem.isPresent()) {
            softly.assertThat(PRIVATE.matcher(answer.headers() + answer.body())
                            .results()
                            .map(found -> found.group()))
                    .as("%s shows", one)
                    .isEmpty();
        }
    }

    private static Optional<ProblemType> problem(FaultCase one) {
        if (one.operation().goesOnWithout(one.target())) {
            return Optional.empty();
        }
        Optional<ProblemType> problem = one.fault().problem(one.target());
        return problem.isEmpty()
                        && one.target() == UpstreamCall.LIST_DOCUMENTS
                        && one.operation().needsTheDocuments()
                ? Optional.of(ProblemType.INVALID_INPUT)
                : problem;
    }

    private String change() throws IOException {
        PublicOperation refine = PublicOperation.all("{}").stream()
                .filter(operation -> operation.name().equals("refine"))
                .findFirst()
                .orElseThrow();
        FaultCase asked = well(refine);
        MATRIX.run(service, Tokens.of(FaultMatrix.FIRST_ORGANIZATION, "specialist"), asked);
        return json.readTree(MATRIX.answer(asked).body()).at("/changes/0").toString();
    }

    private long failedRepeats(UpstreamCall call) {
        return retries.retry(call.kind().instance()).getMetrics().getNumberOfFailedCallsWithRetryAttempt();
    }

    private static FaultCase well(PublicOperation operation) {
        return new FaultCase(operation, operation.calls().get(0), null, false);
    }
}
