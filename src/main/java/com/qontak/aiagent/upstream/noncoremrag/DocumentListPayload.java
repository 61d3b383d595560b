package com.qontak.aiagent.upstream.noncoremrag;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A page of documents.
 *
 * @param documents of the agent asked for
 * @param total documents on all pages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DocumentListPayload(List<DocumentPayload> documents, long total) {}
