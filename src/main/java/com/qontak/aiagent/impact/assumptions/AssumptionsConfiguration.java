package com.qontak.aiagent.impact.assumptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.access.audit.AuditTrail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps both kinds of documents in the service's own schema. */
@Configuration(proxyBeanMethods = false)
class AssumptionsConfiguration {

    @Bean
    VersionedDocuments<CostDocument> costDocuments(JdbcClient jdbc, ObjectMapper json) {
        return new VersionedDocuments<>(jdbc, json, "cost", CostDocument.class);
    }

    @Bean
    VersionedDocuments<SettingsDocument> settingsDocuments(JdbcClient jdbc, ObjectMapper json) {
        return new VersionedDocuments<>(jdbc, json, "settings", SettingsDocument.class);
    }

    @Bean
    ImpactAudit impactAudit(AuditTrail trail) {
        return trail::changed;
    }
}
