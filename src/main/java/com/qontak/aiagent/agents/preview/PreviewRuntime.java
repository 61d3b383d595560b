package com.qontak.aiagent.agents.preview;

import com.qontak.aiagent.access.Caller;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where agents are tried out. */
public interface PreviewRuntime {

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid an agent of the caller's organization
     * @param turn what to try
     * @return the reply; fails with a {@link com.qontak.aiagent.web.ProblemException}
     */
    Mono<PreviewReply> reply(Caller caller, UUID aiAgentUuid, PreviewTurn turn);

    /**
     * @param caller on whose behalf
     * @param aiAgentUuid an agent of the caller's organization
     * @param turn what to try
     * @return the events as they happen, no faster than they are asked for, the last of them with
     *     {@link PreviewEvent#ends()}; cancelling ends the turn. Fails with a
     *     {@link com.qontak.aiagent.web.ProblemException} before the first event or in the middle, and when the events
     *     end without a last one.
     */
    Flux<PreviewEvent> stream(Caller caller, UUID aiAgentUuid, PreviewTurn turn);
}
