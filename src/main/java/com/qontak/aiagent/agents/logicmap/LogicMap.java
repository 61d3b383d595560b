package com.qontak.aiagent.agents.logicmap;

import java.util.List;

/**
 * An agent as a graph. The same pack gives the same map.
 *
 * @param nodes the entry first, then each capability with its checkpoints in the order of the pack, then what they lead
 *     to in the order it is met
 * @param edges those of the entry first, global rules in the order they are tried, then those of each capability; both
 *     ends are among the nodes
 */
record LogicMap(List<MapNode> nodes, List<MapEdge> edges) {

    LogicMap {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
