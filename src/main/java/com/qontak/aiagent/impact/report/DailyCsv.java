package com.qontak.aiagent.impact.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.qontak.aiagent.impact.containment.Containment;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.DayCounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The daily rows behind the figures as a table: one row for each local date of the period, also for those without any.
 * <p>Every cell is a date, a count or a rate, so that none can be taken for a formula.
 */
final class DailyCsv {

    private static final ObjectWriter WRITER = writer();

    private DailyCsv() {}

    /**
     * @param period which dates
     * @param days the rooms by date; dates without any may be left out
     * @return the table, with a header and CRLF line ends
     */
    static String of(Period period, List<DayCounts> days) {
        Map<LocalDate, DayCounts> byDate = days.stream().collect(Collectors.toMap(DayCounts::day, Function.identity()));
        List<Row> rows = period.from()
                .datesUntil(period.to().plusDays(1))
                .map(date -> byDate.getOrDefault(date, new DayCounts(date, Counts.NONE, Counts.NONE)))
                .map(Row::of)
                .toList();
        try {
            return WRITER.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Numbers are always CSV", impossible);
        }
    }

    private static ObjectWriter writer() {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        CsvSchema schema = mapper.schemaFor(Row.class).withHeader().withLineSeparator("\r\n");
        return mapper.writer(schema);
    }

    @JsonPropertyOrder({
        "date",
        "handled",
        "settled",
        "pending",
        "aiResolved",
        "personAttached",
        "notResolvedByAi",
        "reopened",
        "netContained",
        "grossRate",
        "netRate",
        "afterHoursHandled",
        "afterHoursSettled",
        "afterHoursAiResolved",
        "afterHoursReopened",
        "afterHoursNetContained"
    })
    private record Row(
            String date,
            long handled,
            long settled,
            long pending,
            long aiResolved,
            long personAttached,
            long notResolvedByAi,
            long reopened,
            long netContained,
            @Nullable BigDecimal grossRate,
            @Nullable BigDecimal netRate,
            long afterHoursHandled,
            long afterHoursSettled,
            long afterHoursAiResolved,
            long afterHoursReopened,
            long afterHoursNetContained) {

        static Row of(DayCounts day) {
            Containment figures = Containment.of(day.all());
            Counts late = day.afterHours();
            return new Row(
                    day.day().toString(),
                    figures.handled(),
                    figures.settled(),
                    figures.pending(),
                    figures.aiResolved(),
                    day.all().personAttached(),
                    day.all().notResolvedByAi(),
                    figures.reopened(),
                    figures.netContained(),
                    figures.grossRate(),
                    figures.netRate(),
                    late.handled(),
                    late.settled(),
                    late.aiResolved(),
                    late.reopened(),
                    late.netContained());
        }
    }
}
