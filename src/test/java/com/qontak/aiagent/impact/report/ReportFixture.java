package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import com.qontak.aiagent.impact.ImpactProperties;
import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.Snapshot;
import com.qontak.aiagent.impact.testing.ImpactJson;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The report's service and its calls on a real database, as the application wires them. */
final class ReportFixture {

    private static final ImpactProperties PROPERTIES = new ImpactProperties(
            RelationName.of("rooms"),
            RelationName.of("ai_activity_logs"),
            Duration.ofHours(48),
            Duration.ofSeconds(60));

    private ReportFixture() {}

    static ReportService service(RoomsDatabase database) {
        return new ReportService(RoomsFixture.rooms(database), new Snapshot(database.dataSource()));
    }

    static MockMvc http(RoomsDatabase database, long organizationId, Instant now) {
        ReportController controller = new ReportController(
                service(database), PROPERTIES, Clock.fixed(now, ZoneOffset.UTC), ImpactJson.mapper());
        return MockMvcBuilders.standaloneSetup(controller)
                .setMessageConverters(new MappingJackson2HttpMessageConverter(ImpactJson.mapper()))
                .setCustomArgumentResolvers(new CallerResolver(organizationId))
                .build();
    }

    private record CallerResolver(long organizationId) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            Organization organization =
                    new Organization(organizationId, "Toko", "plus", 2, Organization.DEFAULT_TIME_ZONE);
            return new Caller("rina", Set.of(Role.ORG_ADMIN), organization, null, "request");
        }
    }
}
