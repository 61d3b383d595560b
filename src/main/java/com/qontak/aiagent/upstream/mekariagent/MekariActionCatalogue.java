package com.qontak.aiagent.upstream.mekariagent;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.agents.actions.Action;
import com.qontak.aiagent.agents.actions.ActionCatalogue;
import com.qontak.aiagent.upstream.UpstreamCall;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamRequest;
import com.qontak.aiagent.upstream.mekariagent.ActionListPayload.ActionPayload;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Lists the actions of {@code mekari-agent}, all pages of them. */
final class MekariActionCatalogue implements ActionCatalogue {

    private static final int PER_PAGE = 100;

    // A list that never ends is a broken answer, not one to follow for ever.
    private static final int MOST_PAGES = 50;

    private final UpstreamClient client;

    MekariActionCatalogue(UpstreamClient client) {
        this.client = client;
    }

    @Override
    public Mono<List<Action>> list(Caller caller) {
        return from(caller, 1, List.of());
    }

    private Mono<List<Action>> from(Caller caller, int page, List<Action> before) {
        return page(caller, page).flatMap(listed -> {
            List<Action> actions =
                    Stream.concat(before.stream(), listed.items().stream()).toList();
            boolean complete = listed.items().isEmpty() || actions.size() >= listed.total();
            return complete ? Mono.just(actions) : from(caller, page + 1, actions);
        });
    }

    private Mono<Listed<Action>> page(Caller caller, int page) {
        if (page > MOST_PAGES) {
            return Mono.error(new ProblemException(ProblemType.UPSTREAM_FAILED));
        }
        return client.exchange(
                UpstreamCall.LIST_ACTIONS,
                UpstreamRequest.of(caller).query("page", page).query("per_page", PER_PAGE),
                ActionListPayload.class,
                payload -> new Listed<>(
                        payload.actions().stream().map(ActionPayload::toAction).toList(), payload.total()));
    }
}
