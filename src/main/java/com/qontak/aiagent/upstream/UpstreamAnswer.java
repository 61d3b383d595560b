package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.http.HttpHeaders;

/**
 * A complete, well-formed answer of an upstream.
 *
 * @param headers its headers
 * @param body the JSON object; empty for an answer without a body (204)
 */
public record UpstreamAnswer(HttpHeaders headers, ObjectNode body) {}
