package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece of knowledge. Its state follows from its age, so that nothing has to run for it.
 *
 * @param failure why it can never be ready, in words for people; empty when it can
 */
record Document(
        String documentId,
        String agentId,
        String kind,
        String title,
        List<String> skillIds,
        long bytes,
        Optional<String> failure,
        Instant createdAt) {

    static final Duration QUEUED = Duration.ofSeconds(1);
    static final Duration FINISHED = Duration.ofSeconds(3);

    ObjectNode json(Instant now) {
        String status = status(Duration.between(createdAt, now));
        ObjectNode json = Json.object()
                .put("document_id", documentId)
                .put("agent_id", agentId)
                .put("kind", kind)
                .put("title", title)
                .put("status", status);
        if (status.equals("failed")) {
            failure.ifPresent(text -> json.put("error", text));
        }
        json.set("skill_ids", Json.array(skillIds));
        return json.put("bytes", bytes).put("created_at", createdAt.toString());
    }

    private String status(Duration age) {
        if (age.compareTo(QUEUED) < 0) {
            return "queued";
        }
        if (age.compareTo(FINISHED) < 0) {
            return "processing";
        }
        return failure.isPresent() ? "failed" : "ready";
    }
}
