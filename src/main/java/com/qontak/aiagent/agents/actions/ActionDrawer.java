package com.qontak.aiagent.agents.actions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.pack.AvailableActions;
import com.qontak.aiagent.agents.pack.KnownActions;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Remembers the actions of each organization for {@code agents.action-cache-ttl}. Callers who ask at once share one call
 * to the catalogue, which one who hangs up does not take from the others; a failure is told to all of them and not
 * remembered.
 */
@Component
class ActionDrawer implements AvailableActions {

    private static final int ORGANIZATIONS = 10_000;

    private final ActionCatalogue catalogue;
    private final Cache<Long, Mono<Contents>> cache;

    ActionDrawer(ActionCatalogue catalogue, ActionProperties properties) {
        this.catalogue = catalogue;
        this.cache = Caffeine.newBuilder()
                .maximumSize(ORGANIZATIONS)
                .expireAfterWrite(properties.actionCacheTtl())
                .build();
    }

    Mono<List<Action>> actions(Caller caller) {
        return contents(caller).map(Contents::actions);
    }

    @Override
    public Mono<KnownActions> known(Caller caller) {
        return contents(caller).map(Contents::known);
    }

    private Mono<Contents> contents(Caller caller) {
        return Mono.defer(() -> cache.get(caller.organizationId(), id -> catalogue
                .list(caller)
                .map(Contents::of)
                .doOnError(failure -> cache.invalidate(id))
                .cache()));
    }

    private record Contents(List<Action> actions, KnownActions known) {

        static Contents of(List<Action> actions) {
            return new Contents(
                    List.copyOf(actions),
                    new KnownActions(actions.stream()
                            .collect(Collectors.toMap(
                                    Action::actionId, Action::requiredInputs, (first, second) -> first))));
        }
    }
}
