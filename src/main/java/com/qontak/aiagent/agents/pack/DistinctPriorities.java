package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.PackOutline.Rule;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of the rules that are tried together, no two have the same priority: their order would be a matter of chance. */
final class DistinctPriorities implements PackRule {

    @Override
    public void check(PackOutline pack, Findings findings) {
        Set<Turn> taken = new HashSet<>();
        for (Rule rule : pack.rules()) {
            Place place = rule.place().at("priority");
            JsonNode priority = place.node();
            if (rule.readable()
                    && priority.isNumber()
                    && !taken.add(new Turn(
                            rule.capabilityId(), priority.decimalValue().stripTrailingZeros()))) {
                findings.add(PackFinding.PRIORITY_TIE, place, priority.asText());
            }
        }
    }

    private record Turn(@Nullable String capabilityId, BigDecimal priority) {}
}
