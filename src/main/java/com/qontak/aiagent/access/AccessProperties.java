package com.qontak.aiagent.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call from where, and how long an organization is remembered.
 *
 * @param allowedOrigins origins a browser may call from, such as {@code https://app.example}; none by default
 * @param organizationCacheTtl how long an organization's plan, rollout and zone are remembered
 * @param tokenCacheTtl how long a verified token is remembered, but never beyond its end
 */
@ConfigurationProperties("access")
record AccessProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("30s") Duration organizationCacheTtl,
        @DefaultValue("60s") Duration tokenCacheTtl) {

    AccessProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
