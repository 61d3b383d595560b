package com.qontak.aiagent.impact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the deployment fixes for the report.
 *
 * @param roomsRelation the table or view that holds the conversations, optionally with its schema
 * @param activityLogsRelation the table or view that holds what the AI logged about them; it may be missing
 * @param reopenWindow how long after its close a contact's next room counts as coming back; in whole seconds
 * @param freshness how far the figures may be behind the time of the answer
 * @param statementTimeout how long the database may work on one statement of a report before it is cancelled
 */
@ConfigurationProperties("impact")
public record ImpactProperties(
        @DefaultValue("rooms") RelationName roomsRelation,
        @DefaultValue("ai_activity_logs") RelationName activityLogsRelation,
        @DefaultValue("48h") Duration reopenWindow,
        @DefaultValue("60s") Duration freshness,
        @DefaultValue("60s") Duration statementTimeout) {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

    /** @throws IllegalArgumentException if a duration is not one the report can work with */
    public ImpactProperties {
        if (reopenWindow.compareTo(Duration.ofMinutes(1)) < 0
                || reopenWindow.compareTo(LONGEST_WINDOW) > 0
                || reopenWindow.getNano() != 0) {
            throw new IllegalArgumentException("impact.reopen-window must be whole seconds, from 1m to 30d");
        }
        if (freshness.isNegative()) {
            throw new IllegalArgumentException("impact.freshness must not be negative");
        }
        if (statementTimeout.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("impact.statement-timeout must be at least 1ms");
        }
    }
}
