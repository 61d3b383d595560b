package com.qontak.aiagent.localrun.simulator;

import static io.netty.handler.codec.http.HttpMethod.DELETE;
import static io.netty.handler.codec.http.HttpMethod.GET;
import static io.netty.handler.codec.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The calls of noncore-mrag: the knowledge of the agents, and how far each document is. */
final class NoncoreMrag {

    private static final String FAILING = "[fail]";

    private final DocumentStore documents;
    private final Clock clock;

    NoncoreMrag(DocumentStore documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    Routes addTo(Routes routes) {
        return routes.on(GET, "/v1/documents", this::list)
                .on(POST, "/v1/documents", this::create)
                .on(GET, "/v1/documents/{document_id}", this::get)
                .on(DELETE, "/v1/documents/{document_id}", this::delete);
    }

    private Mono<Answer> list(Call call) {
        Optional<String> agentId = call.query("agent_id");
        Instant now = clock.instant();
        List<ObjectNode> found = documents.all(call.organizationId()).stream()
                .filter(document -> agentId.isEmpty() || document.agentId().equals(agentId.get()))
                .map(document -> document.json(now))
                .toList();
        return Mono.just(Answer.ok(call.page("documents", found)));
    }

    private Mono<Answer> create(Call call) {
        Mono<Document> document = call.request().isMultipart()
                ? Upload.receive(call.request()).map(this::uploaded)
                : call.json().map(this::described);
        return document.map(sent -> documents.create(call.organizationId(), call.idempotencyKey(), sent))
                .map(kept -> Answer.created(kept.json(clock.instant()))
                        .with("Location", "/v1/documents/" + kept.documentId()));
    }

    private Mono<Answer> get(Call call) {
        Document document = documents.get(call.organizationId(), call.variable("document_id"));
        return Mono.just(Answer.ok(document.json(clock.instant())));
    }

    private Mono<Answer> delete(Call call) {
        documents.delete(call.organizationId(), call.variable("document_id"));
        return Mono.just(Answer.empty(204));
    }

    private Document uploaded(Upload upload) {
        String fileName =
                upload.fileName().orElseThrow(() -> Refusal.invalid("required", "the form has no file", "/file"));
        String agentId = upload.value("agent_id").orElseThrow(() -> missing("agent_id"));
        String title = upload.value("title").orElse(fileName);
        return document(agentId, "file", title, upload.values("skill_ids"), upload.bytes());
    }

    private Document described(ObjectNode body) {
        String agentId = text(body, "agent_id").orElseThrow(() -> missing("agent_id"));
        List<String> skillIds = Json.texts(body.path("skill_ids"));
        switch (body.path("kind").asText()) {
            case "url" -> {
                String url = text(body, "url").orElseThrow(() -> missing("url"));
                return document(agentId, "url", text(body, "title").orElse(url), skillIds, null);
            }
            case "snippet" -> {
                String title = text(body, "title").orElseThrow(() -> missing("title"));
                String text = text(body, "text").orElseThrow(() -> missing("text"));
                long bytes = text.getBytes(StandardCharsets.UTF_8).length;
                return document(agentId, "snippet", title, skillIds, bytes);
            }
            default -> throw Refusal.invalid("invalid_format", "kind must be url or snippet", "/kind");
        }
    }

    /** @param bytes null while the size is not known, as for a page that is yet to be read */
    private Document document(String agentId, String kind, String title, List<String> skillIds, @Nullable Long bytes) {
        Optional<String> failure = Optional.empty();
        if (title.contains(FAILING)) {
            failure = Optional.of("The content could not be read");
        } else if (bytes != null && bytes == 0) {
            failure = Optional.of("The file is empty");
        }
        String id = "doc_" + UUID.randomUUID().toString().replace("-", "");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Document(id, agentId, kind, title, skillIds, bytes == null ? 0 : bytes, failure, now);
    }

    private static Optional<String> text(ObjectNode body, String name) {
        return Optional.of(body.path(name).asText()).filter(text -> !text.isBlank());
    }

    private static Refusal missing(String name) {
        return Refusal.invalid("required", name + " must be a text", "/" + name);
    }
}
