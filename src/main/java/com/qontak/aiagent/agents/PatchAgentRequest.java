package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a merge patch, for the OpenAPI document alone: what is absent stays, so it is read as a tree. */
@Schema(name = "PatchAgent", description = "What to change of an agent; what is left out stays as it is.")
record PatchAgentRequest(
        @Schema(description = "Another name, up to 120 characters.", example = "Toko Maju assistant") @Nullable
                String name,
        @Schema(
                        description = "The parts of the configuration to change: objects are merged, lists replaced,"
                                + " null removes.",
                        types = "object",
                        example = "{\"profile\": {\"tone\": \"formal\"}}")
                @Nullable
                JsonNode capabilityPack) {}
