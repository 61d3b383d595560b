package com.qontak.aiagent.agents.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
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
                            threadOf(checks.lookAfterwards(
                                    CALLER,
                                    Mono.just(pack),
                                    Function.identity(),
                                    PackContext.at(""),
                                    (same, report) -> report)),
                            threadOf(checks.validate(pack, PackContext.at("")))))
                    .allSatisfy(thread -> assertThat(thread).startsWith("pack-checks"));
        }
    }

    @Test
    void packThatWasWaitedForIsNotKeptByWhoeverWaited() {
        AtomicReference<MonoSink<JsonNode>> waiting = new AtomicReference<>();
        AtomicReference<Integer> findings = new AtomicReference<>();
        try (PackChecks checks = new PackChecks(Packs.validator(), caller -> Mono.never())) {
            checks.lookAfterwards(
                            CALLER,
                            Mono.create(waiting::set),
                            Function.identity(),
                            PackContext.at(""),
                            (pack, report) -> report.findings().size())
                    .subscribe(findings::set);

            WeakReference<JsonNode> pack = sent(waiting.get());

            await().untilAtomic(findings, notNullValue());
            await().until(() -> {
                System.gc();
                return pack.get() == null;
            });
        }
        Reference.reachabilityFence(waiting);
    }

    private static WeakReference<JsonNode> sent(MonoSink<JsonNode> waiting) {
        JsonNode pack = Packs.json("{}");
        waiting.success(pack);
        return new WeakReference<>(pack);
    }

    private static String threadOf(Mono<PackReport> report) {
        return report.map(ready -> Thread.currentThread().getName())
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();
    }
}
