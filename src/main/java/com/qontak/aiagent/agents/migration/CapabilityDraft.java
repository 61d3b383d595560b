package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A capability that is being filled. */
final class CapabilityDraft {

    private final String id;
    private final String name;
    private final List<TreeNode> entries;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ArrayNode checkpoints;
    private final Map<String, Integer> takenIds = new HashMap<>();
    private final Deque<Placed> open = new ArrayDeque<>();

    /** @param entries the responses it begins with */
    CapabilityDraft(String id, String name, String whenToUse, List<TreeNode> entries) {
        this.id = id;
        this.name = name;
        this.entries = entries;
        json.put("capability_id", id).put("name", name).put("when_to_use", whenToUse);
        this.checkpoints = json.putArray("checkpoints");
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    List<TreeNode> entries() {
        return entries;
    }

    ObjectNode json() {
        return json;
    }

    int size() {
        return checkpoints.size();
    }

    boolean isFull() {
        return checkpoints.size() >= PackRoom.MOST_CHECKPOINTS;
    }

    boolean handsOver() {
        return json.has("handover");
    }

    /** Gives a checkpoint an id of its own in this capability; it is not placed yet. */
    Placed checkpoint(TreeNode response, ObjectNode checkpoint) {
        String stepName = checkpoint.path("name").asText();
        String stepId = Wording.id(stepName, "step", takenIds);
        return new Placed(response, checkpoint.put("checkpoint_id", stepId), stepId, stepName);
    }

    void place(Placed checkpoint) {
        checkpoints.add(checkpoint.json);
        open.add(checkpoint);
    }

    /** The next checkpoint whose ways on are to be found; null when there is none. */
    @Nullable
    Placed next() {
        return open.poll();
    }

    static ObjectNode step(String when, String goTo) {
        return JsonNodeFactory.instance.objectNode().put("when", when).put("go_to", goTo);
    }

    /** A response that became a checkpoint. */
    static final class Placed {

        private final TreeNode response;
        private final ObjectNode json;
        private final String id;
        private final String name;
        private @Nullable String following;

        private Placed(TreeNode response, ObjectNode json, String id, String name) {
            this.response = response;
            this.json = json;
            this.id = id;
            this.name = name;
        }

        TreeNode response() {
            return response;
        }

        ObjectNode json() {
            return json;
        }

        String id() {
            return id;
        }

        String name() {
            return name;
        }

        /** The checkpoint that follows by itself; null when none does. */
        @Nullable
        String following() {
            return following;
        }

        void followedBy(Placed other) {
            following = other.id;
        }

        void lead(String when, String goTo) {
            json.withArray("/next").add(step(when, goTo));
        }
    }
}
