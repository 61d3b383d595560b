package com.qontak.aiagent.localrun.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of every organization; a document of another organization is not there. */
final class DocumentStore {

    private final Map<Long, Map<String, Document>> organizations = new HashMap<>();
    private final Map<String, Document> created = new HashMap<>();

    /** @return the document made with this key before, or else this one */
    synchronized Document create(long organizationId, Optional<String> idempotencyKey, Document document) {
        if (idempotencyKey.isEmpty()) {
            return keep(organizationId, document);
        }
        return created.computeIfAbsent(
                organizationId + " " + idempotencyKey.get(), key -> keep(organizationId, document));
    }

    synchronized Document keep(long organizationId, Document document) {
        organizations
                .computeIfAbsent(organizationId, id -> new LinkedHashMap<>())
                .put(document.documentId(), document);
        return document;
    }

    /** @return the documents, the newest first */
    synchronized List<Document> all(long organizationId) {
        List<Document> documents = new ArrayList<>(
                organizations.getOrDefault(organizationId, Map.of()).values());
        Collections.reverse(documents);
        return documents;
    }

    synchronized Document get(long organizationId, String documentId) {
        Document document = organizations.getOrDefault(organizationId, Map.of()).get(documentId);
        if (document == null) {
            throw Refusal.notFound("document");
        }
        return document;
    }

    synchronized void delete(long organizationId, String documentId) {
        get(organizationId, documentId);
        organizations.get(organizationId).remove(documentId);
    }
}
