package com.qontak.aiagent.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of the committed API document in one of its forms: an operation that takes several kinds of body, or
 * answers several, is listed once for each.
 *
 * @param method in capitals
 * @param path with its variables in braces
 * @param sends the media type of its body; empty without one
 * @param accepts the media type of its answer
 * @param query the names of its query parameters
 * @param body a JSON body it accepts; empty where it takes none, or no JSON
 */
public record ApiOperation(
        String method, String path, String sends, String accepts, List<String> query, Optional<JsonNode> body) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY = "*/*";
    private static final List<ApiOperation> ALL = read();

    /** @return every form of every operation, in the document's order */
    public static List<ApiOperation> all() {
        return ALL;
    }

    /** @return the method and the path, which all forms of an operation share */
    public String name() {
        return method + " " + path;
    }

    public boolean isOfOneAgent() {
        return path.contains("{ai_agent_uuid}");
    }

    public boolean changesSomething() {
        return !method.equals("GET");
    }

    /** @return its path with every variable filled in */
    public String address(String aiAgentUuid) {
        return path.replace("{ai_agent_uuid}", aiAgentUuid)
                .replaceAll("\\{(version|from|to)}", "1")
                .replace("{resource_id}", "doc_1")
                .replace("{name}", "not-found");
    }

    @Override
    public String toString() {
        return name() + (sends.isEmpty() ? "" : " sends " + sends) + (accepts.equals(ANY) ? "" : " accepts " + accepts);
    }

    private static List<ApiOperation> read() {
        try (InputStream examples = ApiOperation.class.getResourceAsStream("request-bodies.json")) {
            JsonNode bodies = JSON.readTree(Objects.requireNonNull(examples));
            JsonNode paths = YAML.readTree(Files.readString(Path.of("docs", "openapi.yaml")))
                    .path("paths");
            List<ApiOperation> operations = new ArrayList<>();
            paths.properties().forEach(path -> path.getValue().properties().forEach(method -> forms(
                            method.getKey(), path.getKey(), method.getValue(), bodies)
                    .forEach(operations::add)));
            return List.copyOf(operations);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<ApiOperation> forms(String word, String path, JsonNode operation, JsonNode bodies) {
        String method = word.toUpperCase(Locale.ROOT);
        List<String> query = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
        JsonNode answer = StreamSupport.stream(
                        operation.path("responses").properties().spliterator(), false)
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
        return types(operation.path("requestBody"), "").flatMap(sends -> types(answer, ANY)
                .map(accepts -> new ApiOperation(
                        method, path, sends, accepts, query, body(method + " " + path, sends, bodies))));
    }

    private static Stream<String> types(JsonNode content, String none) {
        List<String> types = new ArrayList<>();
        content.path("content").fieldNames().forEachRemaining(types::add);
        return types.isEmpty() ? Stream.of(none) : types.stream();
    }

    private static Optional<JsonNode> body(String name, String sends, JsonNode bodies) {
        if (!sends.endsWith("json")) {
            return Optional.empty();
        }
        if (!bodies.has(name)) {
            throw new IllegalStateException("request-bodies.json has no body for " + name);
        }
        return Optional.of(bodies.path(name));
    }
}
