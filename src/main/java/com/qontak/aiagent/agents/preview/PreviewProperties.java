package com.qontak.aiagent.agents.preview;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a streamed preview behaves.
 *
 * @param timeLimit how long a turn may take altogether; its first event has the upstream's response timeout
 * @param heartbeat how often a comment is sent, so that proxies do not take a silent turn for a dead connection, and a
 *     caller who hung up is noticed
 */
@ConfigurationProperties("agents.preview")
record PreviewProperties(@DefaultValue("5m") Duration timeLimit, @DefaultValue("15s") Duration heartbeat) {}
