package com.qontak.aiagent.agents.logicmap;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing of an agent.
 *
 * @param id letters, digits, underscores and hyphens alone; the same as long as the pack calls the thing the same
 * @param label one line, never empty, as people wrote it; cut when long
 * @param pointer RFC 6901 pointer into the agent, like those of its findings
 */
@Schema(name = "LogicMapNode", description = "One thing of an agent: a capability, a checkpoint, what it leads to.")
record MapNode(
        @Schema(
                        description = "The node's id in this map. It stays the same while the pack calls the thing the"
                                + " same.",
                        example = "checkpoint-order_status-ask_number")
                String id,
        @Schema(description = "What the node stands for.") NodeKind kind,
        @Schema(
                        description = "What people call it, in one line of at most 80 characters.",
                        example = "Ask for the order number")
                String label,
        @Schema(
                        description = "RFC 6901 pointer to its place in the agent; of what several places lead to, the"
                                + " first of them.",
                        example = "/capability_pack/capabilities/0/checkpoints/0")
                String pointer) {}
