package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.web.Finding;
import java.util.List;

/** Knows the older words a pack may be written in, which are accepted and answered in today's. */
public interface PackVocabulary {

    /**
     * Puts a pack into today's public words. What people wrote is never touched, and unknown fields stay as they are.
     *
     * @param pack any JSON, valid or not; left unchanged
     * @param pointer RFC 6901 pointer to where the pack stands in the request body
     * @return the pack in today's words, with a {@link #conflictingAlias} for each field that stands in both spellings;
     *     never fails, whatever the shape of the pack
     */
    Canonical canonicalize(JsonNode pack, String pointer);

    /**
     * @param pointer RFC 6901 pointer to the field in today's spelling
     * @param field the name of the field in today's spelling, the only one a message may name
     * @return the finding for a field that stands in both spellings in one object
     */
    static Finding conflictingAlias(String pointer, String field) {
        return PackFinding.CONFLICTING_ALIAS.at(pointer, field);
    }

    /**
     * @param pointer RFC 6901 pointer to the field
     * @return the finding for a field whose name is none a pack can have, and which no message may name
     */
    static Finding reservedName(String pointer) {
        return PackFinding.RESERVED_NAME.at(pointer);
    }

    /**
     * A pack in today's words.
     *
     * @param pack the given pack itself when it needed no change
     * @param findings one for each field in both spellings; mostly none
     */
    record Canonical(JsonNode pack, List<Finding> findings) {

        /** Copies the findings, so that a result never changes. */
        public Canonical {
            findings = List.copyOf(findings);
        }
    }
}
