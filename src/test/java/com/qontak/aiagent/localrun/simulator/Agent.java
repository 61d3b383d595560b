package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent as one of its versions has it.
 *
 * @param liveVersion the version customers meet; null when they meet none
 */
record Agent(
        String agentId,
        long organizationId,
        String name,
        String status,
        int version,
        @Nullable Integer liveVersion,
        ObjectNode skillPack,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    static final String DRAFT = "draft";
    static final String LIVE = "live";
    static final String PAUSED = "paused";

    static Agent first(String agentId, long organizationId, Content content, Instant at, String actorId) {
        return new Agent(agentId, organizationId, content.name(), DRAFT, 1, null, content.skillPack(), at, at, actorId);
    }

    /** What a save brings. */
    record Content(String name, ObjectNode skillPack) {

        Content {
            skillPack = skillPack.deepCopy();
        }
    }

    Agent saved(Content content, Instant at, String actorId) {
        return new Agent(
                agentId,
                organizationId,
                content.name(),
                status,
                version + 1,
                liveVersion,
                content.skillPack(),
                createdAt,
                at,
                actorId);
    }

    Agent published(Instant at, String actorId) {
        return new Agent(agentId, organizationId, name, LIVE, version, version, skillPack, createdAt, at, actorId);
    }

    /** Withdraws a live agent; any other stays as it is. */
    Agent paused(Instant at, String actorId) {
        if (!status.equals(LIVE)) {
            return this;
        }
        return new Agent(agentId, organizationId, name, PAUSED, version, null, skillPack, createdAt, at, actorId);
    }

    static String etag(int version) {
        return "\"" + version + "\"";
    }

    ObjectNode summary() {
        return Json.object()
                .put("agent_id", agentId)
                .put("organization_id", organizationId)
                .put("name", name)
                .put("status", status)
                .put("version", version)
                .put("live_version", liveVersion)
                .put("created_at", createdAt.toString())
                .put("updated_at", updatedAt.toString())
                .put("updated_by", updatedBy);
    }

    ObjectNode json() {
        return summary().set("skill_pack", skillPack);
    }
}
