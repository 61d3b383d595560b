package com.qontak.aiagent.impact.testing;

import com.qontak.aiagent.impact.ImpactProperties;
import com.qontak.aiagent.impact.RelationName;
import java.time.Duration;

/** The settings of the tests' deployment: the defaults. */
public final class Deployment {

    public static final ImpactProperties PROPERTIES = new ImpactProperties(
            RelationName.of("rooms"),
            RelationName.of("ai_activity_logs"),
            Duration.ofHours(48),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    private Deployment() {}
}
