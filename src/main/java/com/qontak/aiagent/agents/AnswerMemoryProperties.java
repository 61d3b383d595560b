package com.qontak.aiagent.agents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is remembered of the agents that were read.
 *
 * @param maxSize of all remembered agents and answers together; 0 remembers none
 */
@ConfigurationProperties("agents.answer-memory")
record AnswerMemoryProperties(@DefaultValue("32MB") DataSize maxSize) {}
