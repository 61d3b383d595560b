package com.qontak.aiagent.agents.draft;

import com.qontak.aiagent.agents.pack.CapabilityPack;
import java.util.List;

/**
 * A drafted agent.
 *
 * @param pack its configuration in public words, not yet validated
 * @param notes what the drafter has to say about it, in the language of the draft
 */
public record Draft(CapabilityPack pack, List<String> notes) {

    /** Copies the notes, so that a draft never changes. */
    public Draft {
        notes = List.copyOf(notes);
    }
}
