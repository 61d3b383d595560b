package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qontak.aiagent.startup.RefusedToStart;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilience4j.springboot3.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

/** The settings of every kind of call, as the service reads them when it starts. */
@ExtendWith(OutputCaptureExtension.class)
class UpstreamLimitsTests {

    private static final List<String> REQUIRED = List.of(
            "--spring.datasource.url=jdbc:postgresql://db/bff",
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://identity.example",
            "--spring.security.oauth2.resourceserver.jwt.audiences=ai-agent-bff",
            "--upstream.mekari-agent.base-url=http://mekari-agent",
            "--upstream.mekari-agent.token=credential",
            "--upstream.chatbot-ai.base-url=http://chatbot-ai",
            "--upstream.chatbot-ai.token=credential",
            "--upstream.noncore-mrag.base-url=http://noncore-mrag",
            "--upstream.noncore-mrag.token=credential");

    @Test
    void everyKindIsDocumentedWithItsCallsAndItsDefaults() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("docs/configuration.md"));
        try (ConfigurableApplicationContext context = start()) {
            UpstreamLimits limits = context.getBean(UpstreamLimits.class);

            assertThat(documented)
                    .containsSubsequence(Arrays.stream(CallKind.values())
                            .map(kind -> row(kind, limits.of(kind)))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(CallKind.class)
    void everyKindHasACall(CallKind kind) {
        assertThat(UpstreamCall.values()).anyMatch(call -> call.kind() == kind);
    }

    @Test
    void upstreamHasAsManyConnectionsAsItsKindsOfCallMayUseTogether() {
        try (ConfigurableApplicationContext context =
                start("--resilience4j.bulkhead.instances.chatbot-ai-draft.max-concurrent-calls=7")) {
            UpstreamLimits limits = context.getBean(UpstreamLimits.class);

            assertThat(limits.callsAtOnce("chatbot-ai"))
                    .isEqualTo(7
                            + limits.of(CallKind.CHATBOT_AI_REFINE)
                                    .bulkhead()
                                    .getBulkheadConfig()
                                    .getMaxConcurrentCalls());
        }
    }

    @Test
    void connectionsWithoutACallAreClosedBeforeCommonServersCloseThem() {
        Duration commonServers = Duration.ofSeconds(5);
        try (ConfigurableApplicationContext context = start()) {
            assertThat(Stream.of("mekari-agent", "chatbot-ai", "noncore-mrag")
                            .map(upstream -> "upstream." + upstream + ".idle-timeout")
                            .map(setting -> context.getEnvironment().getRequiredProperty(setting, Duration.class)))
                    .allMatch(idle -> idle.compareTo(commonServers) < 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "timelimiter, timeout-duration=0s, .timeout-duration must not be 0",
        "timelimiter, timeout-duration=soon, .timeout-duration is malformed",
        "timelimiter, timeout-duration=-1s, ' is malformed'",
        "bulkhead, max-concurrent-calls=0, ' is malformed'",
        "bulkhead, max-concurrent-calls=many, .max-concurrent-calls is malformed",
        "bulkhead, max-wait-duration=1s, .max-wait-duration must be 0: no thread may wait",
        "circuitbreaker, failure-rate-threshold=101, ' is malformed'",
        "retry, max-attempts=0, ' is malformed'"
    })
    void limitThatCannotBeUsedIsRefusedInOneLine(String part, String setting, String reason, CapturedOutput output) {
        String instance = "resilience4j." + part + ".instances.noncore-mrag-upload";

        assertThatThrownBy(() -> start("--" + instance + "." + setting)).isNotNull();
        assertThat(output.getErr()).isEqualToIgnoringNewLines("Refusing to start: " + instance + reason);
    }

    @Test
    void limitIsSetByItsEnvironmentVariableToo() {
        Map<String, Object> variables =
                Map.of("RESILIENCE4J_TIMELIMITER_INSTANCES_CHATBOT_AI_DRAFT_TIMEOUT_DURATION", "33s");
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));

        try (ConfigurableApplicationContext context =
                application().environment(environment).run(REQUIRED.toArray(String[]::new))) {
            assertThat(context.getBean(UpstreamLimits.class)
                            .of(CallKind.CHATBOT_AI_DRAFT)
                            .timeout())
                    .hasSeconds(33);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timelimiter", "bulkhead", "circuitbreaker", "retry"})
    void limitThatIsMissingIsRefused(String part) {
        TimeLimiterRegistry timeouts = TimeLimiterRegistry.ofDefaults();
        BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
        RetryRegistry retries = RetryRegistry.ofDefaults();
        for (CallKind kind : CallKind.values()) {
            timeouts.timeLimiter(kind.instance());
            bulkheads.bulkhead(kind.instance());
            breakers.circuitBreaker(kind.instance());
            retries.retry(kind.instance());
        }
        Map.of("timelimiter", timeouts, "bulkhead", bulkheads, "circuitbreaker", breakers, "retry", retries)
                .get(part)
                .remove("chatbot-ai-refine");

        assertThatThrownBy(() -> new UpstreamLimits(timeouts, bulkheads, breakers, retries))
                .isInstanceOf(RefusedToStart.class)
                .hasMessage("resilience4j." + part + ".instances.chatbot-ai-refine is missing");
    }

    @Test
    void pathThatIsMissingIsRefused() {
        UpstreamProperties.Upstream settings = new UpstreamProperties.Upstream(
                URI.create("http://chatbot-ai"),
                "credential",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1),
                Map.of("draft", "/v1/draft-skill-pack", "refine", " "));

        assertThat(settings.path(UpstreamCall.DRAFT)).isEqualTo("/v1/draft-skill-pack");
        assertThatThrownBy(() -> settings.path(UpstreamCall.REFINE))
                .isInstanceOf(RefusedToStart.class)
                .hasMessage("upstream.chatbot-ai.paths.refine is missing");
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return application()
                .run(Stream.concat(REQUIRED.stream(), Arrays.stream(arguments)).toArray(String[]::new));
    }

    private static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Limits.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.org.springframework.context=ERROR");
    }

    private static String row(CallKind kind, CallLimits limits) {
        String calls = Arrays.stream(UpstreamCall.values())
                .filter(call -> call.kind() == kind)
                .map(call -> "`" + call.word() + "`")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %ds | %d | %d |"
                .formatted(
                        kind.instance(),
                        calls,
                        limits.timeout().toSeconds(),
                        limits.bulkhead().getBulkheadConfig().getMaxConcurrentCalls(),
                        limits.retry().getRetryConfig().getMaxAttempts());
    }

    @ImportAutoConfiguration({
        BulkheadAutoConfiguration.class,
        CircuitBreakerAutoConfiguration.class,
        RetryAutoConfiguration.class,
        TimeLimiterAutoConfiguration.class
    })
    @Import(UpstreamLimits.class)
    static class Limits {}
}
