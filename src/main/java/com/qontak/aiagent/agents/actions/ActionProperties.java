package com.qontak.aiagent.agents.actions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the action catalogue is used.
 *
 * @param actionCacheTtl how long an organization's actions are remembered; what it connects counts within that time
 */
@ConfigurationProperties("agents")
record ActionProperties(@DefaultValue("30s") Duration actionCacheTtl) {}
