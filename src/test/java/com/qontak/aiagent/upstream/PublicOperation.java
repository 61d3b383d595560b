package com.qontak.aiagent.upstream;

import static com.qontak.aiagent.upstream.UpstreamCall.ADD_DOCUMENT;
import static com.qontak.aiagent.upstream.UpstreamCall.CREATE_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.DELETE_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.DELETE_DOCUMENT;
import static com.qontak.aiagent.upstream.UpstreamCall.DRAFT;
import static com.qontak.aiagent.upstream.UpstreamCall.GET_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.GET_DOCUMENT;
import static com.qontak.aiagent.upstream.UpstreamCall.GET_VERSION;
import static com.qontak.aiagent.upstream.UpstreamCall.LIST_ACTIONS;
import static com.qontak.aiagent.upstream.UpstreamCall.LIST_AGENTS;
import static com.qontak.aiagent.upstream.UpstreamCall.LIST_DOCUMENTS;
import static com.qontak.aiagent.upstream.UpstreamCall.LIST_VERSIONS;
import static com.qontak.aiagent.upstream.UpstreamCall.PAUSE_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.PREVIEW;
import static com.qontak.aiagent.upstream.UpstreamCall.PUBLISH_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.REFINE;
import static com.qontak.aiagent.upstream.UpstreamCall.REPLACE_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.STREAM_PREVIEW;
import static com.qontak.aiagent.upstream.UpstreamCall.UPLOAD_DOCUMENT;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A public operation, and the calls it makes of upstreams while all is well, in their order: the rows of the matrix.
 *
 * @param body what it sends; empty for nothing
 * @param status what it answers while all is well
 * @param calls what it asks of upstreams
 * @param looks whether it only looks its pack over, so that it goes on without the catalogue of actions
 */
record PublicOperation(
        String name,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        int status,
        List<UpstreamCall> calls,
        boolean looks) {

    // Far beyond what any answer may take, so that the one that never comes is told by its name.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AGENT = "/v2/ai_agents/" + HealthyAnswers.AGENT;
    private static final String PACK = HealthyAnswers.SKILL_PACK
            .replace("\"skill_pack\"", "\"capability_pack\"")
            .replace("\"skills\"", "\"capabilities\"")
            .replace("\"skill_id\"", "\"capability_id\"")
            .replace("\"entry_skill_id\"", "\"entry_capability_id\"")
            .replace("\"type\": \"skill\"", "\"type\": \"capability\"")
            .replace("\"milestones\"", "\"checkpoints\"")
            .replace("\"milestone_id\"", "\"checkpoint_id\"")
            .replace("\"performance_exit\"", "\"handover\"")
            .replace("\"model_tier\"", "\"engine_tier\"")
            .replace("\"document_ids\"", "\"resource_ids\"");
    private static final String AGENT_BODY = "{\"name\": \"Warung Maju\", \"capability_pack\": " + PACK + "}";
    private static final String MESSAGE = "{\"message\": \"Di mana paket saya?\"}";
    // Stands for the id of the request, where each makes something of its own.
    private static final String REQUEST = "$request";
    private static final String TREE =
            """
            {"path_id": "%s", "tree": {"id": "b1", "content": {"content_text": "Halo"}, "children": [
              {"id": "i1", "input": "Cek pesanan", "is_default": true, "children": [
                {"id": "b2", "content": {"content_text": "Baik"}%s}]}]}}""";
    private static final String UPLOAD =
            """
            --edge\r
            Content-Disposition: form-data; name="file"; filename="a.pdf"\r
            \r
            %PDF-1.7 and so on\r
            --edge--\r
            """;

    /** Every operation that asks an upstream for something; {@code change} is a change as a refinement answers it. */
    static List<PublicOperation> all(String change) {
        return List.of(
                of("list agents", "GET", "/v2/ai_agents", 200, LIST_AGENTS),
                of("get an agent", "GET", AGENT, 200, GET_AGENT, LIST_ACTIONS).looking(),
                of("see the map", "GET", AGENT + "/logic_map", 200, GET_AGENT, LIST_ACTIONS)
                        .looking(),
                of("see the map as Mermaid", "GET", AGENT + "/logic_map", 200, GET_AGENT)
                        .with("Accept", "text/vnd.mermaid"),
                of("create an agent", "POST", "/v2/ai_agents", 201, LIST_ACTIONS, CREATE_AGENT)
                        .sending(AGENT_BODY),
                of("replace an agent", "PUT", AGENT, 200, GET_AGENT, LIST_DOCUMENTS, LIST_ACTIONS, REPLACE_AGENT)
                        .sending(AGENT_BODY)
                        .ifMatch(),
                of("patch an agent", "PATCH", AGENT, 200, GET_AGENT, LIST_DOCUMENTS, LIST_ACTIONS, REPLACE_AGENT)
                        .sending("{\"name\": \"Warung Maju\"}")
                        .with("Content-Type", "application/merge-patch+json")
                        .ifMatch(),
                of("delete an agent", "DELETE", AGENT, 204, GET_AGENT, DELETE_AGENT)
                        .ifMatch(),
                of("publish", "POST", AGENT + "/publish", 200, GET_AGENT, LIST_DOCUMENTS, LIST_ACTIONS, PUBLISH_AGENT)
                        .ifMatch(),
                of("pause", "POST", AGENT + "/pause", 200, GET_AGENT, PAUSE_AGENT, LIST_ACTIONS)
                        .ifMatch()
                        .looking(),
                of("list versions", "GET", AGENT + "/versions", 200, LIST_VERSIONS),
                of("get a version", "GET", AGENT + "/versions/2", 200, GET_VERSION, LIST_ACTIONS)
                        .looking(),
                of("compare versions", "GET", AGENT + "/versions/2/diff/3", 200, GET_VERSION, GET_VERSION),
                of(
                                "restore a version",
                                "POST",
                                AGENT + "/versions/2/restore",
                                200,
                                GET_AGENT,
                                GET_VERSION,
                                LIST_DOCUMENTS,
                                LIST_ACTIONS,
                                REPLACE_AGENT)
                        .ifMatch(),
                of("preview", "POST", AGENT + "/preview", 200, GET_AGENT, PREVIEW)
                        .sending(MESSAGE),
                of("preview a pack", "POST", AGENT + "/preview", 200, GET_AGENT, LIST_ACTIONS, PREVIEW)
                        .sending("{\"message\": \"Halo\", \"capability_pack\": " + PACK + "}"),
                of("stream a preview", "POST", AGENT + "/preview", 200, GET_AGENT, STREAM_PREVIEW)
                        .sending(MESSAGE)
                        .with("Accept", "text/event-stream"),
                of("preview a migration", "POST", "/v2/ai_agents/migrations/preview", 200, LIST_ACTIONS)
                        .sending("{\"tree_diagram\": "
                                + TREE.formatted("p", ", \"components\": {\"auto_resolve\": true}") + "}")
                        .looking(),
                of("migrate", "POST", "/v2/ai_agents/migrations", 201, CREATE_AGENT)
                        .sending("{\"name\": \"Warung Maju\", \"tree_diagram\": " + TREE.formatted(REQUEST, "") + "}"),
                of("generate", "POST", "/v2/ai_agents/generate", 200, DRAFT, LIST_ACTIONS)
                        .sending("{\"prompt\": \"An assistant for a small fashion shop\"}")
                        .looking(),
                of("validate", "POST", "/v2/ai_agents/validate", 200, LIST_ACTIONS)
                        .sending("{\"capability_pack\": " + PACK + "}"),
                of("refine", "POST", AGENT + "/refine", 200, GET_AGENT, REFINE, LIST_ACTIONS)
                        .sending("{\"message\": \"Be quick\"}")
                        .looking(),
                of(
                                "apply a change",
                                "POST",
                                AGENT + "/refine/apply",
                                200,
                                GET_AGENT,
                                LIST_DOCUMENTS,
                                LIST_ACTIONS,
                                REPLACE_AGENT)
                        .sending("{\"changes\": [" + change + "]}")
                        .ifMatch(),
                of("list resources", "GET", AGENT + "/resources", 200, GET_AGENT, LIST_DOCUMENTS),
                of("get a resource", "GET", AGENT + "/resources/doc_1", 200, GET_AGENT, GET_DOCUMENT),
                of("add a resource", "POST", AGENT + "/resources", 202, GET_AGENT, ADD_DOCUMENT)
                        .sending("{\"kind\": \"snippet\", \"title\": \"Hours\", \"text\": \"Always open\"}"),
                of("upload a resource", "POST", AGENT + "/resources", 202, GET_AGENT, UPLOAD_DOCUMENT)
                        .sending(UPLOAD)
                        .with("Content-Type", "multipart/form-data; boundary=edge"),
                of(
                        "delete a resource",
                        "DELETE",
                        AGENT + "/resources/doc_1",
                        204,
                        GET_AGENT,
                        GET_DOCUMENT,
                        DELETE_DOCUMENT),
                of("list actions", "GET", "/v2/ai_agents/actions", 200, LIST_ACTIONS));
    }

    /** Whether it goes on when that call fails. */
    boolean goesOnWithout(UpstreamCall call) {
        return looks && call == LIST_ACTIONS;
    }

    /** Whether it holds its pack against the agent's documents. */
    boolean needsTheDocuments() {
        return calls.contains(LIST_DOCUMENTS) && calls.size() > 2;
    }

    boolean isStreamed() {
        return calls.contains(STREAM_PREVIEW);
    }

    HttpRequest request(String service, String token, String requestId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("X-Request-Id", requestId)
                .method(
                        method,
                        body.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body.replace(REQUEST, requestId)));
        headers.forEach(request::setHeader);
        return request.build();
    }

    @Override
    public String toString() {
        return name;
    }

    private static PublicOperation of(String name, String method, String path, int status, UpstreamCall... calls) {
        return new PublicOperation(name, method, path, Map.of(), "", status, Arrays.asList(calls), false);
    }

    private PublicOperation sending(String json) {
        return new PublicOperation(name, method, path, headers, json, status, calls, looks)
                .with("Content-Type", "application/json");
    }

    private PublicOperation ifMatch() {
        return with("If-Match", "\"3\"");
    }

    private PublicOperation with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new PublicOperation(name, method, path, all, body, status, calls, looks);
    }

    private PublicOperation looking() {
        return new PublicOperation(name, method, path, headers, body, status, calls, true);
    }
}
