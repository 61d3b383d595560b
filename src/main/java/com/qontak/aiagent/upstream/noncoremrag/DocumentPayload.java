package com.qontak.aiagent.upstream.noncoremrag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.qontak.aiagent.agents.resources.Resource;
import com.qontak.aiagent.agents.resources.ResourceFailure;
import com.qontak.aiagent.agents.resources.ResourceKind;
import com.qontak.aiagent.agents.resources.ResourceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as {@code noncore-mrag} answers it.
 *
 * @param error why it failed, in that service's own words
 * @param bytes its size; absent or 0 while it is not known
 * @param createdAt RFC 3339
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DocumentPayload(
        @Nullable String documentId,
        @Nullable UUID agentId,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String status,
        @Nullable String error,
        @Nullable List<String> skillIds,
        @Nullable Long bytes,
        @Nullable Instant createdAt) {

    /** @throws RuntimeException if a field that must be there is missing, or the kind or status is none we know */
    Resource toResource() {
        ResourceStatus known =
                ResourceStatus.ofWord(Objects.requireNonNull(status)).orElseThrow();
        ResourceFailure failure = known == ResourceStatus.FAILED ? FailureTexts.of(error) : null;
        return new Resource(
                Objects.requireNonNull(documentId),
                Objects.requireNonNull(agentId),
                ResourceKind.ofWord(Objects.requireNonNull(kind)).orElseThrow(),
                Objects.requireNonNull(title),
                known,
                failure,
                Objects.requireNonNullElse(skillIds, List.of()),
                Objects.requireNonNullElse(bytes, 0L),
                Objects.requireNonNull(createdAt));
    }
}
