package com.qontak.aiagent.agents.refine;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AgentAnswers;
import com.qontak.aiagent.agents.AgentResponse;
import com.qontak.aiagent.agents.AgentUuid;
import com.qontak.aiagent.web.FindingResponse;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.RequestValidator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Refines an agent in conversation. */
@RestController
@RequestMapping(path = "/v2/ai_agents/{ai_agent_uuid}/refine", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Refinement")
class RefineController {

    private final RefineService service;
    private final RequestValidator requests;
    private final AgentAnswers answers;
    private final Messages messages;

    RefineController(RefineService service, RequestValidator requests, AgentAnswers answers, Messages messages) {
        this.service = service;
        this.requests = requests;
        this.answers = answers;
        this.messages = messages;
    }

    @Schema(name = "Refinement", description = "A reply, and the changes to review. Nothing is saved.")
    record RefineResponse(
            @Schema(description = "What to show.", example = "I made the greeting shorter.") String reply,
            @Schema(description = "The version the changes are made for.", example = "3") long baseVersion,
            @Schema(description = "What would change, each for itself; empty when nothing would.")
                    List<ChangeResponse> changes,
            @Schema(description = "What validation finds in the proposed configuration.")
                    List<FindingResponse> findings) {}

    @PostMapping
    @Operation(
            summary = "Ask for a refinement",
            description = "Describe a misbehaviour, paste an error or ask. The answer is a reply and changes you can"
                    + " review one by one; nothing is saved until you apply them.")
    Mono<RefineResponse> refine(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestBody RefineRequest request,
            Locale locale) {
        UUID agent = AgentUuid.parse(aiAgentUuid);
        requests.check(request);
        return service.refine(caller, agent, request)
                .map(refinement -> new RefineResponse(
                        refinement.reply(),
                        refinement.baseVersion(),
                        refinement.changes().stream()
                                .map(change -> ChangeResponse.of(change, locale))
                                .toList(),
                        messages.findings(refinement.findings(), locale)));
    }

    @PostMapping("/apply")
    @Operation(
            summary = "Apply chosen changes",
            description = "Applies changes as they were answered to the version in `If-Match`, validates, and saves a"
                    + " new version. A change that depends on one left out is a 409 that names it. The example is about"
                    + " no agent of yours: put the `changes` of your refinement in its place.")
    Mono<ResponseEntity<AgentResponse>> apply(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ApplyRequest request,
            Locale locale) {
        UUID agent = AgentUuid.parse(aiAgentUuid);
        IfMatch condition = IfMatch.required(ifMatch);
        requests.check(request);
        return service.apply(caller, agent, condition, request.changes()).map(saved -> answers.ok(saved, locale));
    }
}
