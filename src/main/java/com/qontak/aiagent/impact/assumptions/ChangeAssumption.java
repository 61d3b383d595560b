package com.qontak.aiagent.impact.assumptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Adds the next version of a document, if the caller has seen the one that stands, and records who did. */
@Component
final class ChangeAssumption {

    private final TransactionOperations transaction;
    private final ObjectProvider<ImpactAudit> audits;
    private final ObjectMapper json;
    private final Clock clock;

    ChangeAssumption(
            TransactionOperations transaction, ObjectProvider<ImpactAudit> audits, ObjectMapper json, Clock clock) {
        this.transaction = transaction;
        this.audits = audits;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param documents where it is kept
     * @param action its name in the audit trail
     * @param caller who changes it
     * @param seen the version the caller has seen
     * @param document what shall stand, already checked
     * @param <D> the document
     * @return what stands now
     * @throws com.qontak.aiagent.web.ProblemException {@code version-moved-on} (412) if another version stands
     */
    <D> Versioned<D> apply(VersionedDocuments<D> documents, String action, Caller caller, IfMatch seen, D document) {
        Versioned<D> set = transaction.execute(status -> {
            @Nullable
            Versioned<D> before = documents.current(caller.organizationId()).orElse(null);
            long version = before == null ? 0 : before.version();
            seen.check(version);
            Versioned<D> next = new Versioned<>(
                    document, version + 1, caller.actorId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (!documents.add(caller.organizationId(), next)) {
                throw new ProblemException(
                        ProblemType.VERSION_MOVED_ON,
                        List.of(),
                        List.of(),
                        Map.of(HttpHeaders.ETAG, IfMatch.entityTag(version + 1)),
                        null);
            }
            List<String> changed = changed(before == null ? null : before.value(), document);
            audits.orderedStream().forEach(audit -> audit.changed(caller, action, version, version + 1, changed));
            return next;
        });
        if (set == null) {
            throw new IllegalStateException("A change came to nothing");
        }
        return set;
    }

    private List<String> changed(@Nullable Object before, Object after) {
        ObjectNode old = before == null ? json.createObjectNode() : said(json.valueToTree(before));
        ObjectNode now = said(json.valueToTree(after));
        TreeSet<String> pointers = new TreeSet<>();
        Stream.of(old, now)
                .flatMap(ObjectNode::propertyStream)
                .map(Map.Entry::getKey)
                .forEach(name -> {
                    if (!now.path(name).equals(old.path(name))) {
                        pointers.add("/" + name);
                    }
                });
        return List.copyOf(pointers);
    }

    /** What is null or an empty list says as little as what is left out: an answer sent back names both. */
    private static ObjectNode said(ObjectNode document) {
        document.properties().removeIf(member -> member.getValue().isNull() || isEmptyList(member.getValue()));
        document.forEach(member -> {
            if (member instanceof ObjectNode object) {
                said(object);
            }
        });
        return document;
    }

    private static boolean isEmptyList(JsonNode member) {
        return member.isArray() && member.isEmpty();
    }
}
