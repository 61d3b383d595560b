package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A legacy agent as it was exported.
 *
 * @param pathId what it is known by where it comes from
 * @param name its name; empty when it has none
 * @param json all of it, for what is no node
 * @param nodes every node, parents before their children; the root first
 */
record TreeDiagram(String pathId, String name, JsonNode json, List<TreeNode> nodes) {

    TreeDiagram {
        nodes = List.copyOf(nodes);
    }

    TreeNode root() {
        return nodes.get(0);
    }
}
