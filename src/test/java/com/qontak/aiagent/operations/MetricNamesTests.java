package com.qontak.aiagent.operations;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.operations.Expressions.Selected;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Dashboards and alerts ask for what the service exports, by labels it has. */
@ServiceTest
class MetricNamesTests {

    // What a scrape need not show, and why.
    private static final Map<String, String> NOT_ALWAYS_THERE = Map.of(
            "up", "Prometheus makes it",
            "jvm_gc_pause_seconds_sum", "there once memory was collected");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    private final Api api;
    private final WebTestClient management;

    @Autowired
    MetricNamesTests(Environment environment) {
        this.api = Api.of(environment);
        this.management = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + environment.getRequiredProperty("local.management.port"))
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .build();
    }

    @Test
    void dashboardsAndAlertsAskForWhatIsExported() {
        List<String> expressions = Stream.concat(Expressions.ofDashboards().stream(), Expressions.ofRules().stream())
                .toList();
        assertThat(expressions).hasSizeGreaterThan(50);

        Map<String, Set<String>> exported = exportedAfterAJourney();

        assertThat(expressions).allSatisfy(expression -> assertThat(Expressions.selected(expression))
                .isNotEmpty()
                .filteredOn(selected -> !NOT_ALWAYS_THERE.containsKey(selected.metric()))
                .allSatisfy(selected -> assertThat(exported)
                        .hasEntrySatisfying(
                                selected.metric(), labels -> assertThat(labels).containsAll(ownLabels(selected)))));
    }

    @Test
    void everyAlertHasItsEntryInTheRunbook() {
        String runbook = Expressions.read(Path.of("docs/operations.md"));

        assertThat(Expressions.alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = (String) alert.get("alert");
            assertThat(runbook).contains("\n#### " + name + "\n");
            assertThat(alert.get("annotations"))
                    .asString()
                    .contains("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void namesAndLabelsAreFoundInAnExpression() {
        assertThat(Expressions.selected(
                        "sum by (le, uri) (rate(a_bucket{job=\"x\", uri=~\"/b{c}\"}[5m])) / on (d) e > 2 or absent(f)"))
                .containsExactlyInAnyOrder(
                        new Selected("a_bucket", Set.of("job", "uri")),
                        new Selected("e", Set.of()),
                        new Selected("f", Set.of()));
    }

    /** Beyond the last bound every time looks like it, so that a threshold further up is never passed. */
    @ParameterizedTest
    @ValueSource(strings = {"http_server_requests_seconds_bucket", "upstream_calls_seconds_bucket"})
    void timesAreToldApartUpToTheLongestThatIsWaitedFor(String histogram) {
        double last = Pattern.compile("(?m)^" + histogram + "\\{.*le=\"([0-9.]+)\"")
                .matcher(scrapeAfterAJourney())
                .results()
                .mapToDouble(bound -> Double.parseDouble(bound.group(1)))
                .max()
                .orElse(0);

        assertThat(last).isGreaterThanOrEqualTo(120);
    }

    @Test
    void everyOutcomeAnUpstreamIsToBlameForIsAFailureOfIt() {
        List<String> blaming = Stream.concat(Expressions.ofDashboards().stream(), Expressions.ofRules().stream())
                .filter(expression -> expression.contains("invalid_answer"))
                .toList();

        assertThat(blaming).hasSize(3).allMatch(expression -> Stream.of(
                        "failed", "invalid_answer", "broken_off", "unreachable", "timed_out", "unavailable")
                .allMatch(expression::contains));
    }

    private Map<String, Set<String>> exportedAfterAJourney() {
        return SAMPLE.matcher(scrapeAfterAJourney())
                .results()
                .collect(Collectors.toMap(
                        sample -> sample.group(1),
                        sample -> sample.group(2) == null
                                ? Set.of()
                                : LABEL.matcher(sample.group(2))
                                        .results()
                                        .map(label -> label.group(1))
                                        .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one.size() > other.size() ? one : other));
    }

    private String scrapeAfterAJourney() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        ask("/v2/ai_agents/0d1c2b3a-0000-4000-8000-000000000001");
        ask("/impact/report");
        return Objects.requireNonNull(management
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    // Whatever the answer is, it is measured.
    private void ask(String uri) {
        api.as(1, "org_admin")
                .mutate()
                .responseTimeout(PATIENCE)
                .build()
                .get()
                .uri(uri)
                .exchange()
                .expectBody();
    }

    // Prometheus adds the others.
    private static Set<String> ownLabels(Selected selected) {
        return selected.labels().stream()
                .filter(label -> !Set.of("job", "instance").contains(label))
                .collect(Collectors.toSet());
    }
}
