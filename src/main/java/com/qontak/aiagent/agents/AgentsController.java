package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.PreparedAnswer;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Keeps agents: list, create, read, replace, change in part, delete. */
@RestController
@RequestMapping(path = "/v2/ai_agents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agents")
class AgentsController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final AgentService agents;
    private final AgentReading reading;
    private final AgentPatching patching;
    private final AgentAnswers answers;

    AgentsController(AgentService agents, AgentReading reading, AgentPatching patching, AgentAnswers answers) {
        this.agents = agents;
        this.reading = reading;
        this.patching = patching;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "List agents", description = "The organization's agents, newest first, without their packs.")
    Mono<PageResponse<AgentSummaryResponse>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(name = "per_page", required = false) @Nullable Integer perPage,
            @Parameter(
                            description =
                                    "A part of the agent's name, in small or capital letters; all agents without it.",
                            schema = @Schema(examples = "toko"))
                    @RequestParam(required = false)
                    @Nullable
                    String query,
            @Parameter(
                            description = "Only agents that are `draft` (never shipped), `live` (customers meet them)"
                                    + " or `paused` (withdrawn).",
                            schema = @Schema(allowableValues = {"draft", "live", "paused"}))
                    @RequestParam(required = false)
                    @Nullable
                    String status) {
        PageRequest asked = PageRequest.of(page, perPage);
        AgentStatus wanted = status == null
                ? null
                : AgentStatus.ofWord(status)
                        .orElseThrow(() -> new ProblemException(
                                ProblemType.INVALID_INPUT, List.of(Finding.error("invalid_format", "/status"))));
        return agents.list(caller, new AgentQuery(asked, query, wanted))
                .map(listed -> PageResponse.of(
                        asked,
                        listed.items().stream().map(AgentSummaryResponse::of).toList(),
                        listed.total()));
    }

    @PostMapping
    @Idempotent
    @Operation(
            summary = "Save a new agent",
            description = "Saves a first version as a draft. A pack with an error is refused with all findings at once;"
                    + " warnings accompany the answer.")
    @ApiResponse(
            responseCode = "201",
            description = "Saved as a draft, version 1. `Location` is its address.",
            useReturnTypeSchema = true)
    Mono<ResponseEntity<AgentResponse>> create(
            Caller caller,
            @RequestBody SaveAgentRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Locale locale) {
        return agents.create(caller, request, idempotencyKey).map(saved -> answers.created(saved, locale));
    }

    @GetMapping("/{ai_agent_uuid}")
    @Operation(
            summary = "Read an agent",
            description = "The newest version with its pack and findings. With `If-None-Match`, 304 while the version"
                    + " is the same; publishing and pausing do not change it.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = AgentResponse.class)))
    Mono<PreparedAnswer> get(Caller caller, @PathVariable("ai_agent_uuid") String aiAgentUuid, Locale locale) {
        return reading.read(caller, AgentUuid.parse(aiAgentUuid), locale);
    }

    @PutMapping("/{ai_agent_uuid}")
    @Operation(
            summary = "Replace an agent",
            description = "Saves a new version. `If-Match` names the version you changed; when somebody has saved a"
                    + " newer one, nothing changes and the answer is 412.")
    Mono<ResponseEntity<AgentResponse>> replace(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SaveAgentRequest request,
            Locale locale) {
        return agents.replace(caller, AgentUuid.parse(aiAgentUuid), IfMatch.required(ifMatch), request)
                .map(saved -> answers.ok(saved, locale));
    }

    @PatchMapping(path = "/{ai_agent_uuid}", consumes = MERGE_PATCH)
    @Operation(
            summary = "Change a part of an agent",
            description = "Saves a new version with a JSON Merge Patch (RFC 7396) applied: what the patch leaves out"
                    + " stays. A patch that changes nothing saves nothing. `If-Match` names the version you changed;"
                    + " findings point into the result.")
    Mono<ResponseEntity<AgentResponse>> patch(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MERGE_PATCH,
                                            schema = @Schema(implementation = PatchAgentRequest.class)))
                    JsonNode patch,
            Locale locale) {
        return patching.patch(caller, AgentUuid.parse(aiAgentUuid), IfMatch.required(ifMatch), patch)
                .map(saved -> answers.ok(saved, locale));
    }

    @DeleteMapping("/{ai_agent_uuid}")
    @Operation(
            summary = "Delete an agent",
            description = "Deletes the agent and all its versions. A live agent must be paused first.")
    @ApiResponse(responseCode = "204", description = "Deleted.")
    Mono<ResponseEntity<Void>> delete(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return agents.delete(caller, AgentUuid.parse(aiAgentUuid), IfMatch.optional(ifMatch))
                .thenReturn(ResponseEntity.noContent().build());
    }
}
