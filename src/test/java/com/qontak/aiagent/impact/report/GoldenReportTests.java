package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.impact.aggregates.AggregatesFixture;
import com.qontak.aiagent.impact.assumptions.Assumptions;
import com.qontak.aiagent.impact.assumptions.CostAssumption;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.story.Language;
import com.qontak.aiagent.impact.testing.GoldenData;
import com.qontak.aiagent.impact.testing.ImpactJson;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenReportTests {

    private static final ObjectMapper JSON = ImpactJson.mapper();

    @BeforeAll
    static void load() {
        GoldenData.load(RoomsDatabase.shared());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101-empty",
                "101-november-settling",
                "101-october",
                "102-october",
                "103-clock-change",
                "103-week",
                "104-all",
                "104-october"
            })
    void everyBlockEqualsTheWorkedFigures(String name) throws IOException {
        JsonNode expected = JSON.readTree(GoldenData.open("expected/" + name + ".json"));
        Report report = ReportFixture.service(RoomsDatabase.shared(), assumptions(expected))
                .report(slice(expected), EnumSet.allOf(Block.class), Language.ENGLISH);
        assertHolds(JSON.valueToTree(report), expected, name);
        Report beforehand = ReportFixture.beforehand(aggregates(slice(expected)), assumptions(expected))
                .report(slice(expected), EnumSet.allOf(Block.class), Language.ENGLISH);
        assertThat(beforehand).isEqualTo(report);
    }

    private static AggregatesFixture aggregates(Slice slice) {
        AggregatesFixture aggregates = AggregatesFixture.on(RoomsDatabase.shared(), slice.asOf());
        aggregates.refresh(slice.organizationId(), slice.period().timeZone(), BusinessHours.DEFAULT);
        return aggregates;
    }

    private static Assumptions assumptions(JsonNode expected) {
        JsonNode work = expected.path("work_absorbed");
        JsonNode cost = work.path("hourly_cost_idr");
        return GivenAssumptions.NONE.with(new CostAssumption(
                work.path("minutes_per_conversation").decimalValue(), false, cost.isNull() ? null : cost.asLong()));
    }

    private static Slice slice(JsonNode expected) {
        JsonNode period = expected.path("period");
        return new Slice(
                expected.path("organization_id").asLong(),
                new Period(
                        LocalDate.parse(period.path("from").asText()),
                        LocalDate.parse(period.path("to").asText()),
                        ZoneId.of(period.path("time_zone").asText())),
                Filter.NONE,
                Instant.parse(expected.path("as_of").asText()),
                Duration.ofHours(48));
    }

    /** Everything the worked answer has is there and equal; the answer may say more, such as what is assumed. */
    private static void assertHolds(JsonNode actual, JsonNode expected, String where) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                assertHolds(actual.path(field.getKey()), field.getValue(), where + "/" + field.getKey());
            }
        } else if (expected.isArray()) {
            assertThat(actual).as(where).hasSameSizeAs(expected);
            for (int index = 0; index < expected.size(); index++) {
                assertHolds(actual.path(index), expected.path(index), where + "/" + index);
            }
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(where).isTrue();
            assertThat(actual.decimalValue()).as(where).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }
}
