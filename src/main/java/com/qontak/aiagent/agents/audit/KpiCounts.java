package com.qontak.aiagent.agents.audit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the initiative's figures are made of, over all organizations and from the beginning.
 *
 * @param agentsSaved distinct agents with a successful save: a creation, migration, replacement, patch, restoration or
 *     applied refinement; deleted ones stay counted
 * @param agentsPreviewed distinct agents with a preview that came to its end
 * @param agentsBuiltAndLive distinct agents with both
 * @param organizations distinct organizations of those
 * @param drafts how drafts from a prompt came out
 * @param previews how previews came out
 * @param resources how resources came out, as {@link ResourceOutcomes} notes them
 * @param firstSaves agents whose first save was seen
 * @param medianSecondsToFirstSave median over those of the time from the actor's first draft or creation call to the
 *     answer of the save that made the agent, in seconds; null without any. A call belongs to the agent that the same
 *     actor makes next for the same organization, since a draft does not yet have an agent
 */
record KpiCounts(
        long agentsSaved,
        long agentsPreviewed,
        long agentsBuiltAndLive,
        long organizations,
        Rate drafts,
        Rate previews,
        Rate resources,
        long firstSaves,
        @Nullable BigDecimal medianSecondsToFirstSave) {

    /**
     * A share of what came to an end: successes, failures, answers the AI engine rejected the input with, and work
     * whose end nobody saw. Not in it: what was refused for another reason, was cancelled by the caller, or still
     * runs.
     *
     * @param succeeded how much of it succeeded
     * @param finished how much came to an end
     */
    record Rate(long succeeded, long finished) {}
}
