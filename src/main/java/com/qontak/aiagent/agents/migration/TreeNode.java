package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a tree diagram, its shape checked. Two nodes are never equal. */
final class TreeNode {

    private final NodeKind kind;
    private final String id;
    private final JsonNode json;
    private final @Nullable TreeNode parent;
    private final int index;
    private final int level;
    private final List<TreeNode> children = new ArrayList<>();

    TreeNode(NodeKind kind, String id, JsonNode json, @Nullable TreeNode parent, int index) {
        this.kind = kind;
        this.id = id;
        this.json = json;
        this.parent = parent;
        this.index = index;
        this.level = parent == null ? 1 : parent.level + 1;
    }

    NodeKind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    /** How far down it stands; the root is on level 1. */
    int level() {
        return level;
    }

    JsonNode json() {
        return json;
    }

    List<TreeNode> children() {
        return Collections.unmodifiableList(children);
    }

    void add(TreeNode child) {
        children.add(child);
    }

    /** The text of a field; empty when it has none. */
    String text(String field) {
        return json.path(field).isValueNode() && !json.path(field).isNull()
                ? json.path(field).asText()
                : "";
    }

    boolean isDefault() {
        return json.path("is_default").booleanValue();
    }

    /** The RFC 6901 pointer into the request body; put together when it is asked for, as it may be long. */
    String pointer() {
        List<String> steps = new ArrayList<>();
        for (TreeNode node = this; node.parent != null; node = node.parent) {
            steps.add("/children/" + node.index);
        }
        Collections.reverse(steps);
        return TreeReader.TREE + String.join("", steps);
    }
}
