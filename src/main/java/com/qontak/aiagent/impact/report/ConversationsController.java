package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.SliceRequest;
import com.qontak.aiagent.impact.rooms.Behind;
import com.qontak.aiagent.impact.rooms.Selection;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rooms behind a number, so that any figure can be checked by hand. */
@RestController
@ImpactQuery
@Tag(name = "Impact report")
final class ConversationsController {

    private static final int LONGEST_WINDOW = 720;

    private final ReportService reports;
    private final Slices slices;
    private final FigureTag tag;

    ConversationsController(ReportService reports, Slices slices, FigureTag tag) {
        this.reports = reports;
        this.slices = slices;
        this.tag = tag;
    }

    @GetMapping("/impact/conversations")
    @Operation(
            summary = "The conversations behind a number, by the time they closed: their ids",
            description = "The ids of the conversations that make up one outcome or step, so that any figure can "
                    + "be checked by hand. They come by the time they closed; for `pending` and `ai_alone_settling` the "
                    + "latest first, so that none is missed between two pages while the oldest settle.")
    ResponseEntity<ConversationsResponse> conversations(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @ModelAttribute SliceRequest query,
            @Parameter(
                            description =
                                    "A step of the waterfall, an outcome of the journey, a count of `containment`, or "
                                            + "`sentiment` or `turns` for the conversations these are measured on.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "closed",
                                                "handled",
                                                "settled",
                                                "pending",
                                                "ai_resolved",
                                                "person_attached",
                                                "not_resolved_by_ai",
                                                "reopened",
                                                "net_contained",
                                                "ai_alone",
                                                "ai_alone_returned",
                                                "ai_alone_settling",
                                                "ai_then_human",
                                                "ai_unresolved",
                                                "human_only",
                                                "other",
                                                "sentiment",
                                                "turns"
                                            }),
                            required = true,
                            example = "net_contained")
                    @RequestParam(required = false)
                    @Nullable
                    String outcome,
            @Parameter(
                            description = "`true` for conversations that began outside business hours, `false` for "
                                    + "those within. Without it: all.",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(name = "after_hours", required = false)
                    @Nullable
                    Boolean afterHours,
            @Parameter(
                            description =
                                    "Judge by this reopen window, in hours, and list only conversations closed for at "
                                            + "least that long, as the points of the reopen curve count them."
                                            + " For `pending` "
                                            + "and `ai_alone_settling`, those that have not been closed for that long.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "720", examples = "72"))
                    @RequestParam(name = "window_hours", required = false)
                    @Nullable
                    Integer windowHours,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(name = "per_page", required = false) @Nullable Integer perPage) {
        PageRequest request = PageRequest.of(page, perPage);
        Selection selection = selection(outcome);
        Behind behind = new Behind(selection, afterHours, windowHours != null && !selection.unsettled());
        Slice slice = windowed(slices.of(caller, query), windowHours);
        ConversationsResponse answer = reports.read(slice, figures -> {
            long offset = (request.page() - 1L) * request.perPage();
            return figures.conversations(behind, request.perPage(), offset)
                    .map(rooms -> PageResponse.of(request, rooms.ids(), rooms.total()))
                    .map(rooms -> ConversationsResponse.of(slice, figures.freshAsOf(), rooms))
                    .orElseGet(() -> ConversationsResponse.missing(slice, figures.freshAsOf()));
        });
        return tag.tagged(answer).body(answer);
    }

    private static Slice windowed(Slice slice, @Nullable Integer hours) {
        if (hours == null) {
            return slice;
        }
        if (hours < 1 || hours > LONGEST_WINDOW) {
            throw invalid(Finding.error("invalid_format", "/window_hours", 1, LONGEST_WINDOW)
                    .worded("out_of_range"));
        }
        return slice.within(Duration.ofHours(hours));
    }

    private static Selection selection(@Nullable String outcome) {
        if (outcome == null || outcome.isBlank()) {
            throw invalid(Finding.error("required", "/outcome", "outcome"));
        }
        return Selection.ofCode(outcome)
                .orElseThrow(() -> invalid(
                        Finding.error("invalid_format", "/outcome", known()).worded("not_an_outcome")));
    }

    private static String known() {
        return Arrays.stream(Selection.values()).map(Selection::code).collect(Collectors.joining(", "));
    }

    private static ProblemException invalid(Finding finding) {
        return new ProblemException(ProblemType.INVALID_INPUT, List.of(finding));
    }
}
