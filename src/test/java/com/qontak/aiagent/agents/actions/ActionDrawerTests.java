package com.qontak.aiagent.agents.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@Timeout(30)
class ActionDrawerTests {

    private static final Caller CALLER = caller(1);

    private final Catalogue catalogue = new Catalogue();
    private final ActionDrawer drawer = new ActionDrawer(catalogue, new ActionProperties(Duration.ofHours(1)));

    @Test
    void organizationsActionsAreAskedForOnce() {
        catalogue.answers(Mono.just(List.of(action("create_ticket"))));

        assertThat(drawer.actions(CALLER).block()).hasSize(1);
        assertThat(drawer.actions(CALLER).block()).hasSize(1);
        assertThat(drawer.known(CALLER).block().requiredInputs())
                .isEqualTo(Map.of("create_ticket", Set.of("subject", "body")));

        assertThat(catalogue.calls).hasValue(1);
    }

    @Test
    void everyOrganizationHasItsOwn() {
        catalogue.answers(Mono.just(List.of(action("create_ticket"))));
        catalogue.answers(Mono.just(List.of()));

        assertThat(drawer.actions(CALLER).block()).hasSize(1);
        assertThat(drawer.actions(caller(2)).block()).isEmpty();
    }

    @Test
    void callersWhoAskAtOnceShareOneCall() {
        Sinks.One<List<Action>> answer = Sinks.one();
        catalogue.answers(answer.asMono());
        List<Mono<List<Action>>> waiting =
                List.of(drawer.actions(CALLER).cache(), drawer.actions(CALLER).cache());
        waiting.forEach(Mono::subscribe);

        answer.tryEmitValue(List.of(action("create_ticket")));

        assertThat(waiting).allSatisfy(one -> assertThat(one.block()).hasSize(1));
        assertThat(catalogue.calls).hasValue(1);
    }

    @Test
    void oneCallerWhoHangsUpTakesNothingFromTheOthers() {
        Sinks.One<List<Action>> answer = Sinks.one();
        catalogue.answers(answer.asMono());
        Disposable first = drawer.actions(CALLER).subscribe();
        Mono<List<Action>> second = drawer.actions(CALLER).cache();
        second.subscribe();

        first.dispose();
        answer.tryEmitValue(List.of(action("create_ticket")));

        assertThat(second.block()).hasSize(1);
        assertThat(catalogue.calls).hasValue(1);
    }

    @Test
    void failureIsToldAndNotRemembered() {
        catalogue.answers(Mono.error(new ProblemException(ProblemType.UPSTREAM_FAILED)));
        catalogue.answers(Mono.just(List.of(action("create_ticket"))));

        assertThatThrownBy(() -> drawer.actions(CALLER).block())
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.UPSTREAM_FAILED));
        assertThat(drawer.actions(CALLER).block()).hasSize(1);
    }

    @Test
    void firstOfTwoActionsWithOneIdCounts() {
        catalogue.answers(Mono.just(List.of(action("create_ticket"), action("create_ticket"))));

        assertThat(drawer.known(CALLER).block().requiredInputs()).containsOnlyKeys("create_ticket");
    }

    private static Caller caller(long organizationId) {
        return new Caller(
                "specialist-7",
                Set.of(Role.SPECIALIST),
                new Organization(organizationId, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
                null,
                "request-1");
    }

    private static Action action(String id) {
        try {
            return new Action(
                    id,
                    ActionGroup.MEKARI_QONTAK,
                    id,
                    "",
                    (ObjectNode) new ObjectMapper().readTree("{\"required\": [\"subject\", \"body\", 3]}"),
                    ActionAuth.COMPANY_TOKEN,
                    ActionState.READY);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Catalogue implements ActionCatalogue {

        private final AtomicInteger calls = new AtomicInteger();
        private final Queue<Mono<List<Action>>> answers = new ArrayDeque<>();

        void answers(Mono<List<Action>> answer) {
            answers.add(answer);
        }

        @Override
        public Mono<List<Action>> list(Caller caller) {
            calls.incrementAndGet();
            return answers.remove();
        }
    }
}
