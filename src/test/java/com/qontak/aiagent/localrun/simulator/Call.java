package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** One request, and what the routes want to know of it. */
final class Call {

    private final HttpServerRequest request;
    private final QueryStringDecoder uri;
    private final Map<String, String> pathVariables;

    Call(HttpServerRequest request) {
        this(request, new QueryStringDecoder(request.uri()), Map.of());
    }

    private Call(HttpServerRequest request, QueryStringDecoder uri, Map<String, String> pathVariables) {
        this.request = request;
        this.uri = uri;
        this.pathVariables = pathVariables;
    }

    Call with(Map<String, String> variables) {
        return new Call(request, uri, variables);
    }

    HttpServerRequest request() {
        return request;
    }

    HttpMethod method() {
        return request.method();
    }

    String path() {
        return uri.path();
    }

    String variable(String name) {
        return pathVariables.get(name);
    }

    Optional<String> query(String name) {
        return uri.parameters().getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    Optional<String> header(CharSequence name) {
        return Optional.ofNullable(request.requestHeaders().get(name));
    }

    /** @return the tenant this call is bound to */
    long organizationId() {
        String id = header("X-Organization-Id").orElse("");
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.malformed("X-Organization-Id must be the number of an organization");
        }
        return Long.parseLong(id);
    }

    String actorId() {
        return header("X-Actor-Id").orElse("unknown");
    }

    Optional<String> idempotencyKey() {
        return header("Idempotency-Key");
    }

    boolean acceptsEvents() {
        return header(HttpHeaderNames.ACCEPT).orElse("").contains("text/event-stream");
    }

    /** @return the body, which has to be a JSON object */
    Mono<ObjectNode> json() {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .map(Call::parseObject);
    }

    /** @return the asked page of these items, or all of them when no page is asked for, under the given name */
    ObjectNode page(String name, List<? extends JsonNode> items) {
        int perPage = number("per_page", Math.max(1, items.size()));
        long from = (number("page", 1) - 1L) * perPage;
        ArrayNode page = Json.array();
        items.stream().skip(from).limit(perPage).forEach(page::add);
        ObjectNode list = Json.object();
        list.set(name, page);
        return list.put("total", items.size());
    }

    private int number(String name, int otherwise) {
        String value = query(name).orElse(Integer.toString(otherwise));
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw Refusal.malformed(name + " must be a number from 1");
        }
        return Integer.parseInt(value);
    }

    private static ObjectNode parseObject(byte[] bytes) {
        try {
            if (Json.parse(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw Refusal.malformed("The body is not JSON");
        }
        throw Refusal.malformed("The body is not a JSON object");
    }
}
