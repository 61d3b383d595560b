package com.qontak.aiagent.agents.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.agents.AgentAction;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.web.FindingResponse;
import com.qontak.aiagent.web.JsonBytes;
import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.PreparedAnswer;
import com.qontak.aiagent.web.RequestValidator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Drafts an agent from a prompt. */
@RestController
@RequestMapping(path = "/v2/ai_agents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Capability packs")
class DraftController {

    private final AgentDrafter drafter;
    private final PackChecks checks;
    private final RequestValidator requests;
    private final Messages messages;
    private final AuditTrail audit;
    private final JsonBytes json;

    DraftController(
            AgentDrafter drafter,
            PackChecks checks,
            RequestValidator requests,
            Messages messages,
            AuditTrail audit,
            JsonBytes json) {
        this.drafter = drafter;
        this.checks = checks;
        this.requests = requests;
        this.messages = messages;
        this.audit = audit;
        this.json = json;
    }

    @Schema(name = "Draft", description = "A drafted agent. Nothing is saved.")
    record DraftResponse(
            @Schema(description = "The drafted configuration.", ref = "#/components/schemas/CapabilityPack")
                    JsonNode capabilityPack,
            @Schema(description = "What validation finds in the draft: correct the errors before saving it.")
                    List<FindingResponse> findings,
            @Schema(
                            description = "What the drafter has to say about it; empty when nothing.",
                            example = "[\"Topics drafted: Check an order, Return an item\"]")
                    List<String> notes) {}

    @PostMapping("/generate")
    @Operation(
            summary = "Draft an agent from a prompt",
            description = "Turns a prompt into a pack, with what validation finds in it. Takes from seconds to a"
                    + " minute, and saves nothing.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DraftResponse.class)))
    Mono<PreparedAnswer> generate(Caller caller, @RequestBody DraftRequest request, Locale locale) {
        requests.check(request);
        return audit.recorded(
                caller,
                AgentAction.GENERATE,
                event -> checks.lookAfterwards(
                        caller,
                        drafter.draft(caller, request),
                        draft -> draft.pack().tree(),
                        PackContext.at("/capability_pack"),
                        (draft, report) -> answer(draft, report, locale)));
    }

    private PreparedAnswer answer(Draft draft, PackReport report, Locale locale) {
        return PreparedAnswer.untagged(json.of(new DraftResponse(
                report.canonicalPack() == null ? draft.pack().tree() : report.canonicalPack(),
                messages.findings(report.findings(), locale),
                draft.notes())));
    }
}
