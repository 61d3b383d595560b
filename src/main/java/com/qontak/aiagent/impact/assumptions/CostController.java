package com.qontak.aiagent.impact.assumptions;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a conversation is taken to cost: read by all who read the report, set by those who decide. */
@RestController
@RequestMapping("/impact/cost_assumption")
@Tag(name = "Impact settings")
final class CostController {

    private final Assumptions assumptions;
    private final VersionedDocuments<CostDocument> documents;
    private final ChangeAssumption change;

    CostController(Assumptions assumptions, VersionedDocuments<CostDocument> documents, ChangeAssumption change) {
        this.assumptions = assumptions;
        this.documents = documents;
        this.change = change;
    }

    @GetMapping
    @Operation(
            summary = "What a conversation is taken to cost",
            description =
                    "The minutes a conversation takes a person, and the hourly cost; version 0 is the " + "default.")
    ResponseEntity<CostResponse> current(@Parameter(hidden = true) Caller caller) {
        return answer(assumptions.cost(caller.organizationId()));
    }

    @PutMapping
    @Operation(
            summary = "Set what a conversation is taken to cost",
            description = "Saves a new version. `If-Match` names the version you saw. Org admins and owners " + "only.")
    ResponseEntity<CostResponse> set(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody CostDocument document) {
        IfMatch seen = IfMatch.required(ifMatch);
        List<Finding> findings = document.findings();
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        return answer(change.apply(documents, "impact.cost_assumption.set", caller, seen, document.kept())
                .map(CostDocument::toAssumption));
    }

    @GetMapping("/history")
    @Operation(
            summary = "What it was taken to cost before, newest first",
            description = "Every version of the cost assumption, with who set it and when.")
    PageResponse<CostResponse> history(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(name = "per_page", required = false) @Nullable Integer perPage) {
        PageRequest request = PageRequest.of(page, perPage);
        long offset = (request.page() - 1L) * request.perPage();
        List<CostResponse> versions = documents.history(caller.organizationId(), request.perPage(), offset).stream()
                .map(version -> version.map(CostDocument::toAssumption))
                .map(CostResponse::of)
                .toList();
        return PageResponse.of(request, versions, documents.count(caller.organizationId()));
    }

    private static ResponseEntity<CostResponse> answer(Versioned<CostAssumption> version) {
        return ResponseEntity.ok().eTag(IfMatch.entityTag(version.version())).body(CostResponse.of(version));
    }
}
