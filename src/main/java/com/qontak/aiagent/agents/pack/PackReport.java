package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a validation found.
 *
 * @param canonicalPack the pack in today's public words; null when what was given is no object at all
 * @param findings errors first, then warnings; at most 1 000
 */
public record PackReport(@Nullable ObjectNode canonicalPack, List<Finding> findings) {

    /** Copies the findings, so that a report never changes. */
    public PackReport {
        findings = List.copyOf(findings);
    }

    /** @return whether nothing refuses the pack; warnings do not */
    public boolean valid() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
