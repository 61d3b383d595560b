package com.qontak.aiagent.agents.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whoever brings a pack, or the catalogue, need not stay until the pack is validated. */
class PackChecksTests {

    private static final Caller CALLER = new Caller(
            "bot_builder-1",
            Set.of(),
            new Organization(1, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
            null,
            "request-1");

    static Stream<JsonNode> packs() {
        return Stream.of(Packs.example(), Packs.json("{}"));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void packIsValidatedOnAThreadOfItsOwn(JsonNode pack) {
        AvailableActions catalogue =
                caller -> Mono.just(new KnownActions(Map.of())).publishOn(Schedulers.single());

        try (PackChecks checks = new PackChecks(Packs.validator(), catalogue)) {
            assertThat(List.of(
                            threadOf(checks.check(CALLER, pack, PackContext.at(""))),
                            threadOf(checks.look(CALLER, pack, PackContext.at(""))),
                            threadOf(checks.validate(pack, PackContext.at("")))))
                    .allSatisfy(thread -> assertThat(thread).startsWith("pack-checks"));
        }
    }

    private static String threadOf(Mono<PackReport> report) {
        return report.map(ready -> Thread.currentThread().getName())
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();
    }
}
