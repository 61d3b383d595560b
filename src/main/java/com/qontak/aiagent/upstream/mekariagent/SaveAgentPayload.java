package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;

/** What a create or a replace sends. */
record SaveAgentPayload(String name, ObjectNode skillPack) {

    static SaveAgentPayload of(String name, CapabilityPack pack) {
        return new SaveAgentPayload(name, Vocabulary.translate(pack.tree()));
    }
}
