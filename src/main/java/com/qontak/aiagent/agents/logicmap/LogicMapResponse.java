package com.qontak.aiagent.agents.logicmap;

import com.qontak.aiagent.web.FindingResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

@Schema(name = "LogicMap", description = "An agent as a graph: what it consists of, and what leads where.")
record LogicMapResponse(
        @Schema(description = "The start first, then each capability with its checkpoints, then what they lead to.")
                List<MapNode> nodes,
        @Schema(description = "What leads from where to where; both ends are among the nodes.") List<MapEdge> edges,
        @Schema(description = "What validation finds in the agent, as reading it answers.")
                List<FindingResponse> findings) {}
