package com.qontak.aiagent.agents.logicmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One way from a node to another.
 *
 * @param scope null unless the kind is routing
 * @param label the condition in one line, cut when long; empty where there is none
 */
@Schema(name = "LogicMapEdge", description = "One way from a node to another.")
record MapEdge(
        @Schema(description = "The id of the node it starts at.", example = "checkpoint-order_status-ask_number")
                String from,
        @Schema(description = "The id of the node it leads to.", example = "checkpoint-order_status-answer") String to,
        @Schema(description = "Why the one leads to the other.") EdgeKind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Where routing holds; left out for every other kind.")
                @Nullable
                EdgeScope scope,
        @Schema(
                        description = "The condition, in one line of at most 80 characters; empty where there is none.",
                        example = "the number is known")
                String label) {

    static MapEdge of(String from, String to, EdgeKind kind, String label) {
        return new MapEdge(from, to, kind, null, label);
    }

    static MapEdge routing(String from, String to, EdgeScope scope, String label) {
        return new MapEdge(from, to, EdgeKind.ROUTING, scope, label);
    }
}
