package com.qontak.aiagent.access.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests of each kind an organization may make in a minute; at least 1 each.
 *
 * @param draftsPerMinute drafts from a prompt, and refinements
 * @param previewsPerMinute turns tried
 * @param requestsPerMinute everything else
 */
@ConfigurationProperties("access.limits")
record LimitProperties(
        @DefaultValue("20") int draftsPerMinute,
        @DefaultValue("120") int previewsPerMinute,
        @DefaultValue("600") int requestsPerMinute) {

    LimitProperties {
        if (draftsPerMinute < 1 || previewsPerMinute < 1 || requestsPerMinute < 1) {
            throw new IllegalArgumentException("Each of access.limits.* must be at least 1");
        }
    }

    int of(LimitedKind kind) {
        return switch (kind) {
            case DRAFTS -> draftsPerMinute;
            case PREVIEWS -> previewsPerMinute;
            case REQUESTS -> requestsPerMinute;
        };
    }
}
