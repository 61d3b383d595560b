package com.qontak.aiagent.access.audit;

import com.qontak.aiagent.web.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recorded work while it is under way: takes the facts that are known only then. The last word on each fact counts,
 * and what stands when the work ends is recorded, whether it succeeded or not.
 * <p>Only identifiers, numbers and pointers may go in: never a prompt, a message, a document's text or a token.
 */
public final class AuditedEvent {

    private static final int MOST_POINTERS = 1000;

    private final UUID eventId;
    private final long organizationId;
    private volatile @Nullable UUID aiAgentUuid;
    private volatile @Nullable Long versionBefore;
    private volatile @Nullable Long versionAfter;
    private volatile List<String> changed = List.of();
    private volatile @Nullable ProblemType problem;

    AuditedEvent(UUID eventId, long organizationId, @Nullable UUID aiAgentUuid) {
        this.eventId = eventId;
        this.organizationId = organizationId;
        this.aiAgentUuid = aiAgentUuid;
    }

    /**
     * @param uuid the agent that was made
     * @return this event
     */
    public AuditedEvent agent(UUID uuid) {
        aiAgentUuid = uuid;
        return this;
    }

    /**
     * @param version the newest version as it was found, counted from 1; 0 where there was none
     * @return this event
     */
    public AuditedEvent versionBefore(long version) {
        versionBefore = version;
        return this;
    }

    /**
     * @param version the newest version as it was left, counted from 1
     * @return this event
     */
    public AuditedEvent versionAfter(long version) {
        versionAfter = version;
        return this;
    }

    /**
     * @param pointers RFC 6901 pointers to what differs; only the first 1000 are kept, and U+0000, which the database
     *     cannot keep, as U+FFFD
     * @return this event
     */
    public AuditedEvent changed(Collection<String> pointers) {
        changed = pointers.stream()
                .limit(MOST_POINTERS)
                .map(pointer -> pointer.replace('\u0000', '\uFFFD'))
                .toList();
        return this;
    }

    /**
     * Tells a failure that was answered inside a stream, which itself ends like any other.
     *
     * @param type the kind of problem that was answered
     * @return this event
     */
    public AuditedEvent failed(ProblemType type) {
        problem = type;
        return this;
    }

    UUID eventId() {
        return eventId;
    }

    long organizationId() {
        return organizationId;
    }

    @Nullable
    UUID aiAgentUuid() {
        return aiAgentUuid;
    }

    @Nullable
    Long versionBefore() {
        return versionBefore;
    }

    @Nullable
    Long versionAfter() {
        return versionAfter;
    }

    List<String> changed() {
        return changed;
    }

    @Nullable
    ProblemType problem() {
        return problem;
    }
}
