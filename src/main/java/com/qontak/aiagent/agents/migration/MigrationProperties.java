package com.qontak.aiagent.agents.migration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How agents are moved over.
 *
 * @param mappingRules what a tree diagram becomes; the rules that come with the service when left out
 * @param patience how long a migration waits for another of the same tree diagram before it is answered 409
 */
@ConfigurationProperties("agents.migration")
record MigrationProperties(
        @DefaultValue("classpath:com/qontak/aiagent/agents/migration/mapping-rules.json") Resource mappingRules,
        @DefaultValue("20s") Duration patience) {}
