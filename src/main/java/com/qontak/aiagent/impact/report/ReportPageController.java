package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.page.ReportPage;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.SliceRequest;
import com.qontak.aiagent.impact.story.Language;
import com.qontak.aiagent.impact.story.Story;
import com.qontak.aiagent.impact.story.StoryTeller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The customer's page. */
@RestController
@ImpactQuery
@Tag(name = "Impact report")
final class ReportPageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** The page brings everything it needs, so that nothing else may be run or fetched. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final ReportService reports;
    private final Slices slices;
    private final FigureTag tag;
    private final ReportPage page;

    ReportPageController(ReportService reports, Slices slices, FigureTag tag, ReportPage page) {
        this.reports = reports;
        this.slices = slices;
        this.tag = tag;
        this.page = page;
    }

    @GetMapping(path = "/impact/report.html", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            summary = "The report as a page to print or to show on a phone",
            description = "Self-contained HTML without script, in the language of `Accept-Language`; it prints on "
                    + "one sheet of A4.")
    ResponseEntity<String> page(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) @ModelAttribute SliceRequest query,
            @Parameter(
                            description = "The language of the page: `id` for Indonesian, `en` for English. Without"
                                    + " it: Indonesian.",
                            schema = @Schema(type = "string", examples = "en"))
                    @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable
                    String acceptLanguage) {
        Slice slice = slices.of(caller, query);
        Language language = Language.of(acceptLanguage);
        String organization = caller.organization().name();
        return reports.read(slice, figures -> {
            Story story = StoryTeller.tell(figures.told(), language);
            Function<Instant, String> html = freshAsOf ->
                    page.render(organization, figures.told(), freshAsOf, figures.journey(), story, language);
            // The page itself tells whether it is the same, but for the line that says of which moment it is.
            return tag.tagged(html.apply(slice.period().end()))
                    .contentType(HTML)
                    .header("Content-Security-Policy", POLICY)
                    .body(html.apply(figures.freshAsOf()));
        });
    }
}
