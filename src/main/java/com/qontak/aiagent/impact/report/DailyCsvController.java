package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.SliceRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The daily rows behind the figures, for a spreadsheet. */
@RestController
@ImpactQuery
@Tag(name = "Impact report")
final class DailyCsvController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final String FRESH_AS_OF = "Fresh-As-Of";

    private final ReportService reports;
    private final Slices slices;
    private final FigureTag tag;

    DailyCsvController(ReportService reports, Slices slices, FigureTag tag) {
        this.reports = reports;
        this.slices = slices;
        this.tag = tag;
    }

    @GetMapping(path = "/impact/report.csv", produces = "text/csv")
    @Operation(
            summary = "The daily rows behind the figures",
            description = "One row a local day as CSV, for a spreadsheet. The header `Fresh-As-Of` says of which"
                    + " moment the figures are.")
    ResponseEntity<String> rows(
            @Parameter(hidden = true) Caller caller, @Parameter(hidden = true) @ModelAttribute SliceRequest query) {
        Slice slice = slices.of(caller, query);
        return reports.read(slice, figures -> {
            String table = DailyCsv.of(slice.period(), figures.days());
            return tag.tagged(table)
                    .contentType(CSV)
                    .header(FRESH_AS_OF, figures.freshAsOf().toString())
                    .header(HttpHeaders.CONTENT_DISPOSITION, attachment(slice.period()))
                    .body(table);
        });
    }

    private static String attachment(Period period) {
        return ContentDisposition.attachment()
                .filename("ai-impact_" + period.from() + "_" + period.to() + ".csv")
                .build()
                .toString();
    }
}
