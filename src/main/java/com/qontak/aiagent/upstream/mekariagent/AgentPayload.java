package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.AgentStatus;
import com.qontak.aiagent.agents.AgentSummary;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent as {@code mekari-agent} answers it.
 *
 * @param skillPack absent in lists
 * @param createdAt RFC 3339
 * @param updatedAt RFC 3339
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record AgentPayload(
        @Nullable UUID agentId,
        @Nullable Long organizationId,
        @Nullable String name,
        @Nullable String status,
        @Nullable Long version,
        @Nullable Long liveVersion,
        @Nullable ObjectNode skillPack,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {

    /** @throws IllegalArgumentException if this is another agent than the one that was asked for */
    AgentPayload of(UUID aiAgentUuid) {
        if (!aiAgentUuid.equals(agentId)) {
            throw new IllegalArgumentException("Another agent than the one asked for");
        }
        return this;
    }

    /** @throws RuntimeException if a field that must be there is missing, or the status is none we know */
    AgentSummary toSummary() {
        return new AgentSummary(
                Objects.requireNonNull(agentId),
                Objects.requireNonNull(organizationId),
                Objects.requireNonNull(name),
                AgentStatus.ofWord(Objects.requireNonNull(status)).orElseThrow(),
                Objects.requireNonNull(version),
                liveVersion,
                Objects.requireNonNull(updatedAt),
                updatedBy);
    }

    /** @throws RuntimeException if a field that must be there is missing, or the status is none we know */
    Agent toAgent() {
        return new Agent(
                toSummary(),
                Objects.requireNonNull(createdAt),
                new CapabilityPack(Vocabulary.translate(Objects.requireNonNull(skillPack))));
    }
}
