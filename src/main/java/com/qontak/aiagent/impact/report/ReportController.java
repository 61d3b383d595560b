package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.period.SliceRequest;
import com.qontak.aiagent.impact.story.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures as JSON: one block each, or all of them. */
@RestController
@RequestMapping("/impact")
@ImpactQuery
@Tag(name = "Impact report")
final class ReportController {

    private final ReportService reports;
    private final Slices slices;
    private final FigureTag tag;

    ReportController(ReportService reports, Slices slices, FigureTag tag) {
        this.reports = reports;
        this.slices = slices;
        this.tag = tag;
    }

    @GetMapping("/report")
    @Operation(
            summary = "All figures and the story",
            description = "Every block at once, with the story in the language of `Accept-Language` (Indonesian "
                    + "unless English is asked for).")
    ResponseEntity<Report> report(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @ModelAttribute SliceRequest query,
            @Parameter(
                            description = "The language of the story: `id` for Indonesian, `en` for English. Without"
                                    + " it: Indonesian.",
                            schema = @Schema(type = "string", examples = "en"))
                    @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable
                    String acceptLanguage) {
        return answer(caller, query, EnumSet.allOf(Block.class), Language.of(acceptLanguage));
    }

    @GetMapping("/containment")
    @Operation(
            summary = "What the AI closed alone, net of what came back",
            description =
                    "The figure to go by: of the conversations the AI handled, how many it closed alone, and how many "
                            + "stayed closed for the reopen window. Rates are of settled conversations only.")
    ResponseEntity<Report> containment(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.CONTAINMENT);
    }

    @GetMapping("/waterfall")
    @Operation(
            summary = "The steps from settled conversations to those the AI closed for good",
            description = "Whole conversations that add up exactly: settled, minus a person attached, minus "
                    + "closed without the AI resolving it, minus reopened.")
    ResponseEntity<Report> waterfall(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.WATERFALL);
    }

    @GetMapping("/reopen_curve")
    @Operation(
            summary = "What other reopen windows would make of it",
            description = "The reopen rate and the net rate for windows of 24, 48, 72 and 168 hours, each over "
                    + "the conversations closed for at least that long.")
    ResponseEntity<Report> reopenCurve(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.REOPEN_CURVE);
    }

    @GetMapping("/trend")
    @Operation(
            summary = "How the net rate moves, by week and against the first weeks",
            description = "Weekly points, the first 28 days as baseline, and a verdict against the baseline and "
                    + "against the period before, which says too early where the data does not decide.")
    ResponseEntity<Report> trend(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.TREND);
    }

    @GetMapping("/forecast")
    @Operation(
            summary = "What comes next, if things go on as they have",
            description = "Net rate and net contained of the next period of equal length, with an 80 % interval, "
                    + "the method by name, and the error it would have had on the last weeks.")
    ResponseEntity<Report> forecast(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.FORECAST);
    }

    @GetMapping("/after_hours")
    @Operation(
            summary = "The same for conversations that began outside business hours",
            description = "The counts and rates of `containment` for conversations that began outside the business "
                    + "hours in the settings, and their share.")
    ResponseEntity<Report> afterHours(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.AFTER_HOURS);
    }

    @GetMapping("/work_absorbed")
    @Operation(
            summary = "The people's time the AI's conversations would have taken",
            description = "Conversations, hours, and the cost saved once an admin has set the hourly cost. "
                    + "Assumed numbers are marked.")
    ResponseEntity<Report> workAbsorbed(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.WORK_ABSORBED);
    }

    @GetMapping("/sentiment")
    @Operation(
            summary = "How customers' mood changed",
            description = "The mean change of sentiment over the conversation, from the telemetry; says so when "
                    + "there is none.")
    ResponseEntity<Report> sentiment(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.SENTIMENT);
    }

    @GetMapping("/turns")
    @Operation(
            summary = "How many turns the AI took",
            description = "Median and 90th percentile of the turns of conversations the AI closed for good, from "
                    + "the telemetry; says so when there is none.")
    ResponseEntity<Report> turns(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.TURNS);
    }

    @GetMapping("/journey")
    @Operation(
            summary = "What became of every closed conversation",
            description = "Every conversation closed in the period in exactly one outcome, with its share and "
                    + "median minutes.")
    ResponseEntity<Report> journey(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        return answer(caller, query, Block.JOURNEY);
    }

    private ResponseEntity<Report> answer(Caller caller, SliceRequest query, Block block) {
        return answer(caller, query, EnumSet.of(block), Language.INDONESIAN);
    }

    private ResponseEntity<Report> answer(Caller caller, SliceRequest query, Set<Block> blocks, Language language) {
        Report report = reports.report(slices.of(caller, query), blocks, language);
        return tag.tagged(report).body(report);
    }
}
