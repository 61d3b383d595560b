package com.qontak.aiagent.localrun.simulator;

import java.util.Optional;

/** One kind of wish the simulated language model understands. */
interface Refinement {

    /**
     * Changes the pack as the message wishes.
     *
     * @return the reply; empty, with the pack untouched, when the message is of another kind
     */
    Optional<String> apply(SkillPack pack, String message, Language language);
}
