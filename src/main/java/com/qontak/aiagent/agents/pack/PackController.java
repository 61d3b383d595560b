package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.FindingResponse;
import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestValidator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The pack's published schema, and its validation without saving anything. */
@RestController
@RequestMapping(path = "/v2/ai_agents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Capability packs")
class PackController {

    private final PackSchema schema;
    private final PackChecks checks;
    private final RequestValidator requests;
    private final Messages messages;

    PackController(PackSchema schema, PackChecks checks, RequestValidator requests, Messages messages) {
        this.schema = schema;
        this.checks = checks;
        this.requests = requests;
        this.messages = messages;
    }

    @Schema(name = "ValidatePack", description = "A pack to validate, whole or one section of it.")
    record ValidateRequest(
            @Schema(description = "The whole configuration.", ref = "#/components/schemas/CapabilityPack") @NotNull
                    JsonNode capabilityPack,
            @Schema(
                            description = "Report on this section alone.",
                            allowableValues = {"profile", "capabilities", "routing"},
                            example = "capabilities")
                    @Nullable
                    String section) {}

    @Schema(name = "PackValidation", description = "What validation finds in a pack.")
    record ValidateResponse(
            @Schema(description = "Whether it could be saved: no finding is an error.", example = "true") boolean valid,
            @Schema(description = "Everything wrong or doubtful, in the order of its place; empty when nothing is.")
                    List<FindingResponse> findings) {}

    @GetMapping(
            path = "/schema",
            produces = {"application/schema+json", MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Read the pack's JSON Schema",
            description = "The JSON Schema (2020-12) that every pack is validated with before it is saved.")
    @ApiResponse(
            responseCode = "200",
            description = "The schema.",
            content = {
                @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")),
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object"))
            })
    ResponseEntity<JsonNode> schema() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .body(schema.json());
    }

    @PostMapping("/validate")
    @Operation(
            summary = "Validate a pack",
            description = "Everything wrong or doubtful in a pack, at once. Saves nothing, and calls no AI.")
    Mono<ValidateResponse> validate(Caller caller, @RequestBody ValidateRequest request, Locale locale) {
        requests.check(request);
        PackContext context = PackContext.at("/capability_pack");
        return checks.check(
                        caller,
                        request.capabilityPack(),
                        request.section() == null ? context : context.only(section(request.section())))
                .map(report -> new ValidateResponse(report.valid(), messages.findings(report.findings(), locale)));
    }

    private static PackSection section(String field) {
        return PackSection.of(field)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_INPUT, List.of(Finding.error("invalid_format", "/section"))));
    }
}
