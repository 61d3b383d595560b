package com.qontak.aiagent.impact.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.ImpactProperties;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.SliceRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures as JSON: one block each, or all of them. */
@RestController
@RequestMapping("/impact")
@ImpactQuery
@Tag(name = "Impact", description = "What the AI did, how well, and what it is worth.")
final class ReportController {

    private final ReportService reports;
    private final ImpactProperties properties;
    private final Clock clock;
    private final FigureTag tag;

    ReportController(ReportService reports, ImpactProperties properties, Clock clock, ObjectMapper json) {
        this.reports = reports;
        this.properties = properties;
        this.clock = clock;
        this.tag = new FigureTag(json);
    }

    @GetMapping("/report")
    @Operation(summary = "All figures and the story")
    ResponseEntity<Report> report(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, EnumSet.allOf(Block.class));
    }

    @GetMapping("/containment")
    @Operation(summary = "What the AI closed alone, net of what came back")
    ResponseEntity<Report> containment(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, EnumSet.of(Block.CONTAINMENT));
    }

    private ResponseEntity<Report> answer(Caller caller, SliceRequest query, Set<Block> blocks) {
        Slice slice = query.resolve(
                caller.organizationId(), caller.organization().timeZone(), clock.instant(), properties.reopenWindow());
        Report report = reports.report(slice, blocks);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
                .eTag(tag.of(report))
                .body(report);
    }
}
