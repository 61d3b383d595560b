package com.qontak.aiagent.agents.versions;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AgentAnswers;
import com.qontak.aiagent.agents.AgentResponse;
import com.qontak.aiagent.agents.AgentUuid;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the versions of an agent, and goes back to one. */
@RestController
@RequestMapping(path = "/v2/ai_agents/{ai_agent_uuid}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Versions")
class VersionsController {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final VersionService versions;
    private final AgentAnswers answers;

    VersionsController(VersionService versions, AgentAnswers answers) {
        this.versions = versions;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "List versions", description = "Every saved version of an agent, newest first.")
    Mono<PageResponse<VersionResponse>> list(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(name = "per_page", required = false) @Nullable Integer perPage) {
        PageRequest asked = PageRequest.of(page, perPage);
        return versions.list(caller, AgentUuid.parse(aiAgentUuid), asked)
                .map(listed -> PageResponse.of(
                        asked, listed.items().stream().map(VersionResponse::of).toList(), listed.total()));
    }

    @GetMapping("/{version}")
    @Operation(
            summary = "Read a version",
            description = "The agent as it was then, with what validation finds in it today.")
    Mono<ResponseEntity<AgentResponse>> get(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @Parameter(
                            description = "The number of the version, as the list of versions has it.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"),
                            example = "1")
                    @PathVariable
                    String version,
            Locale locale) {
        return versions.get(caller, AgentUuid.parse(aiAgentUuid), number(version))
                .map(found -> answers.ok(found, locale));
    }

    @GetMapping("/{from}/diff/{to}")
    @Operation(
            summary = "Compare two versions",
            description = "What leads from one version to the other, as changes that make sense one by one. Either may"
                    + " be the newer one.")
    Mono<DifferenceResponse> difference(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @Parameter(
                            description = "The number of the version to start from.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"),
                            example = "1")
                    @PathVariable
                    String from,
            @Parameter(
                            description = "The number of the version to compare it with.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"),
                            example = "2")
                    @PathVariable
                    String to,
            Locale locale) {
        return versions.difference(caller, AgentUuid.parse(aiAgentUuid), number(from), number(to))
                .map(difference -> DifferenceResponse.of(difference, locale));
    }

    @PostMapping("/{version}/restore")
    @Operation(
            summary = "Go back to a version",
            description = "Saves that version's name and configuration as a new version, if today's validation finds no"
                    + " error. `If-Match` names the newest version you have seen.")
    Mono<ResponseEntity<AgentResponse>> restore(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @Parameter(
                            description = "The number of the version, as the list of versions has it.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"),
                            example = "1")
                    @PathVariable
                    String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return versions.restore(caller, AgentUuid.parse(aiAgentUuid), number(version), IfMatch.required(ifMatch))
                .map(restored -> answers.ok(restored, locale));
    }

    // What is no version's number is no version either.
    private static long number(String version) {
        if (!NUMBER.matcher(version).matches()) {
            throw new ProblemException(ProblemType.NOT_FOUND);
        }
        return Long.parseLong(version);
    }
}
