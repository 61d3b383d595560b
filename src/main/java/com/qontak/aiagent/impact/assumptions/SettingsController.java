package com.qontak.aiagent.impact.assumptions;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.ImpactProperties;
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

/** When the organization is open and when its AI began: read by all who read the report, set by those who decide. */
@RestController
@RequestMapping("/impact/settings")
@Tag(name = "Impact settings")
final class SettingsController {

    private final Assumptions assumptions;
    private final VersionedDocuments<SettingsDocument> documents;
    private final ChangeAssumption change;
    private final ImpactProperties properties;

    SettingsController(
            Assumptions assumptions,
            VersionedDocuments<SettingsDocument> documents,
            ChangeAssumption change,
            ImpactProperties properties) {
        this.assumptions = assumptions;
        this.documents = documents;
        this.change = change;
        this.properties = properties;
    }

    @GetMapping
    @Operation(
            summary = "When the organization is open, and when its AI began to work",
            description = "Business hours, holidays and the onboarding date; the reopen window is shown and "
                    + "cannot be changed here.")
    ResponseEntity<SettingsResponse> current(@Parameter(hidden = true) Caller caller) {
        return answer(assumptions.settings(caller.organizationId()));
    }

    @PutMapping
    @Operation(
            summary = "Set when the organization is open, and when its AI began to work",
            description = "Saves a new version; the figures follow at once. `If-Match` names the version you "
                    + "saw. Org admins and owners only.")
    ResponseEntity<SettingsResponse> set(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SettingsDocument document) {
        IfMatch seen = IfMatch.required(ifMatch);
        List<Finding> findings = document.findings();
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        return answer(change.apply(documents, "impact.settings.set", caller, seen, document.kept())
                .map(SettingsDocument::toSettings));
    }

    @GetMapping("/history")
    @Operation(
            summary = "The settings before, newest first",
            description = "Every version of the settings, with who set it and when.")
    PageResponse<SettingsResponse> history(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(name = "per_page", required = false) @Nullable Integer perPage) {
        PageRequest request = PageRequest.of(page, perPage);
        long offset = (request.page() - 1L) * request.perPage();
        List<SettingsResponse> versions = documents.history(caller.organizationId(), request.perPage(), offset).stream()
                .map(version -> version.map(SettingsDocument::toSettings))
                .map(version -> SettingsResponse.of(version, properties.reopenWindow()))
                .toList();
        return PageResponse.of(request, versions, documents.count(caller.organizationId()));
    }

    private ResponseEntity<SettingsResponse> answer(Versioned<ImpactSettings> version) {
        return ResponseEntity.ok()
                .eTag(IfMatch.entityTag(version.version()))
                .body(SettingsResponse.of(version, properties.reopenWindow()));
    }
}
