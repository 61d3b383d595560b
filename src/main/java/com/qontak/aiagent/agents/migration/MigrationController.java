package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AgentResponse;
import com.qontak.aiagent.agents.ValidatedAgent;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.FindingResponse;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestValidator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Moves legacy agents over, for specialists. */
@RestController
@RequestMapping(path = "/v2/ai_agents/migrations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Migration")
class MigrationController {

    private final MappingRules rules;
    private final Migrations migrations;
    private final PackChecks packs;
    private final RequestValidator requests;
    private final Messages messages;

    MigrationController(
            MappingRules rules, Migrations migrations, PackChecks packs, RequestValidator requests, Messages messages) {
        this.rules = rules;
        this.migrations = migrations;
        this.packs = packs;
        this.requests = requests;
        this.messages = messages;
    }

    @Schema(name = "MigrationPreview", description = "What a legacy agent would become. Nothing is saved.")
    record PreviewResponse(
            @Schema(description = "The configuration it would have.", ref = "#/components/schemas/CapabilityPack")
                    JsonNode capabilityPack,
            @Schema(description = "What validation finds in that configuration.") List<FindingResponse> findings,
            @Schema(description = "How much of the tree is in it, and what is not.") MigrationReport report) {}

    @Schema(name = "MigratedAgent", description = "The agent made of a tree diagram.")
    record MigratedResponse(
            @JsonUnwrapped AgentResponse agent,
            @Schema(
                            description =
                                    "How much of the tree that was sent is in the configuration it makes, and what is not.")
                    MigrationReport report) {}

    @PostMapping("/preview")
    @Operation(
            summary = "See what a legacy agent becomes",
            description = "Turns a tree diagram into a configuration, with a report on every node that is not carried"
                    + " over exactly. Saves nothing. A tree may have 20 000 nodes, 200 levels deep.")
    Mono<PreviewResponse> preview(Caller caller, @RequestBody MigrationPreviewRequest request, Locale locale) {
        Mapped mapped = mapped(request.treeDiagram(), List.of());
        return packs.look(caller, mapped.pack().tree(), PackContext.at("/capability_pack"))
                .map(report -> new PreviewResponse(
                        mapped.pack().tree(),
                        messages.findings(report.findings(), locale),
                        MigrationReport.of(mapped, messages, locale)));
    }

    @PostMapping
    @Operation(
            summary = "Move a legacy agent over",
            description = "Saves what a tree diagram becomes as a draft. Sent again for the same `path_id`, it answers"
                    + " the agent that was made, as it is now, and never makes a second one; an agent that was deleted"
                    + " since is made anew.")
    @ApiResponse(
            responseCode = "201",
            description = "Saved as a draft, version 1. `Location` is its address.",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200",
            description = "It was there already. `Location` is its address.",
            useReturnTypeSchema = true)
    Mono<ResponseEntity<MigratedResponse>> migrate(Caller caller, @RequestBody MigrateRequest request, Locale locale) {
        Mapped mapped = mapped(request.treeDiagram(), requests.findings(request));
        return migrations.migrate(caller, mapped, request.name()).map(migrated -> {
            ValidatedAgent agent = migrated.agent();
            return ResponseEntity.status(migrated.made() ? 201 : 200)
                    .location(URI.create(
                            "/v2/ai_agents/" + agent.agent().summary().aiAgentUuid()))
                    .eTag(IfMatch.entityTag(agent.agent().version()))
                    .body(new MigratedResponse(
                            AgentResponse.of(agent, messages, locale), MigrationReport.of(mapped, messages, locale)));
        });
    }

    private Mapped mapped(@Nullable JsonNode treeDiagram, List<Finding> others) {
        List<Finding> findings = new ArrayList<>(others);
        TreeDiagram tree = TreeReader.read(treeDiagram, findings);
        if (tree == null || !findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        return TreeMapping.map(tree, rules);
    }
}
