package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One event of an answer that comes in pieces.
 *
 * @param name the event's name; {@code message} when the upstream gives it none
 * @param data its JSON object
 */
public record UpstreamEvent(String name, ObjectNode data) {}
