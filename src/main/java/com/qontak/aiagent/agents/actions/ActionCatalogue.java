package com.qontak.aiagent.agents.actions;

import com.qontak.aiagent.access.Caller;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where actions are listed. */
public interface ActionCatalogue {

    /**
     * @param caller on whose behalf
     * @return every action there is for the caller's organization, usable now or not, in the catalogue's order; fails
     *     with a {@link com.qontak.aiagent.web.ProblemException}
     */
    Mono<List<Action>> list(Caller caller);
}
