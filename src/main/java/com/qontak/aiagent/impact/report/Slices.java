package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.impact.ImpactProperties;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.SliceRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes of a request the rooms it is about: the caller's own, in the caller's zone, as of now. */
@Component
final class Slices {

    private final ImpactProperties properties;
    private final Clock clock;

    Slices(ImpactProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Slice of(Caller caller, SliceRequest query) {
        return query.resolve(
                caller.organizationId(), caller.organization().timeZone(), clock.instant(), properties.reopenWindow());
    }
}
