package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.aggregates.AggregatesFixture;
import com.qontak.aiagent.impact.assumptions.Assumptions;
import com.qontak.aiagent.impact.page.PageFixture;
import com.qontak.aiagent.impact.rooms.Rooms;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.testing.CallerArgument;
import com.qontak.aiagent.impact.testing.Deployment;
import com.qontak.aiagent.impact.testing.ImpactJson;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The report's service and its calls on a real database, as the application wires them. */
final class ReportFixture {

    private ReportFixture() {}

    static ReportService service(RoomsDatabase database, Assumptions assumptions) {
        return service(RoomsFixture.reader(database), assumptions);
    }

    static ReportService beforehand(AggregatesFixture aggregates, Assumptions assumptions) {
        return service(aggregates.reader(), assumptions);
    }

    static ReportService service(RoomsReader rooms, Assumptions assumptions) {
        return new ReportService(rooms, assumptions, BulkheadRegistry.ofDefaults());
    }

    static MockMvc http(RoomsDatabase database, long organizationId, Instant now) {
        return http(database, organizationId, now, GivenAssumptions.NONE);
    }

    static MockMvc http(RoomsDatabase database, long organizationId, Instant now, Assumptions assumptions) {
        return http(database, new CallerArgument(organizationId), now, assumptions);
    }

    static MockMvc http(RoomsDatabase database, CallerArgument caller, Instant now, Assumptions assumptions) {
        return http(service(database, assumptions), caller, now);
    }

    static MockMvc withoutLogs(RoomsDatabase database, long organizationId, Instant now) {
        Rooms rooms = RoomsFixture.rooms(database, "no_such_logs");
        return http(
                service(RoomsFixture.reader(database, rooms), GivenAssumptions.NONE),
                new CallerArgument(organizationId),
                now);
    }

    static MockMvc http(ReportService reports, CallerArgument caller, Instant now) {
        Slices slices = new Slices(Deployment.PROPERTIES, Clock.fixed(now, ZoneOffset.UTC));
        FigureTag tag = new FigureTag(ImpactJson.mapper());
        return MockMvcBuilders.standaloneSetup(
                        new ReportController(reports, slices, tag),
                        new ConversationsController(reports, slices, tag),
                        new DailyCsvController(reports, slices, tag),
                        new ReportPageController(reports, slices, tag, PageFixture.page()))
                .setMessageConverters(
                        new StringHttpMessageConverter(StandardCharsets.UTF_8),
                        new MappingJackson2HttpMessageConverter(ImpactJson.mapper()))
                .setCustomArgumentResolvers(caller)
                .build();
    }
}
