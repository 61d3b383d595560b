package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a validation found.
 *
 * @param canonicalPack the pack in today's public words; null when what was given is no object at all
 * @param findings errors first, then warnings; at most 1 000 of the pack itself
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

    /**
     * @return why {@link #canonicalPack} lacks fields that were given: one finding for each that stands in both
     *     spellings, or has a name that no pack can have
     */
    public List<Finding> leftOut() {
        return findings.stream()
                .filter(finding -> finding.code().equals(PackFinding.CONFLICTING_ALIAS.code()))
                .toList();
    }

    /**
     * @param others what was found around the pack
     * @return this report with those findings before its own
     */
    public PackReport after(List<Finding> others) {
        return new PackReport(
                canonicalPack, Stream.concat(others.stream(), findings.stream()).toList());
    }

    /**
     * @return the pack, when nothing refuses it
     * @throws ProblemException {@code invalid-input} (422) with every finding, if one is an error
     */
    public CapabilityPack validPack() {
        if (!valid()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        return new CapabilityPack(Objects.requireNonNull(canonicalPack));
    }
}
