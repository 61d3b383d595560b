package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** What clients of the last release rely on is still there: nothing they use was taken away, renamed or retyped. */
class ReleasedDocumentTests {

    private static final Path RELEASED = Path.of("docs", "released", "openapi.yaml");
    private static final JsonNode CURRENT = read(Path.of("docs", "openapi.yaml"));

    @Test
    void currentDocumentBreaksNoClientOfTheReleasedOne() throws IOException {
        assertThat(breaks(read(RELEASED), CURRENT))
                .as("what breaks clients of %s", RELEASED)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/components/schemas/Agent/properties/version",
                "/paths/~1impact~1report",
                "/paths/~1v2~1ai_agents/get",
                "/paths/~1v2~1ai_agents~1{ai_agent_uuid}/get/responses/200"
            })
    void whatIsTakenAwayIsNoticed(String pointer) throws IOException {
        int end = pointer.lastIndexOf('/');
        String name = pointer.substring(end + 1).replace("~1", "/");

        assertThat(breaksWhen(document -> ((ObjectNode) document.at(pointer.substring(0, end))).remove(name)))
                .isNotEmpty();
    }

    @Test
    void fieldThatARequestMustHaveNowIsNoticed() throws IOException {
        assertThat(breaksWhen(
                        document -> ((ArrayNode) document.at("/components/schemas/AddResource/required")).add("title")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/components/schemas/Agent/properties/version",
                "/components/schemas/Containment/properties/net_rate",
                "/paths/~1v2~1ai_agents/get/parameters/0/schema"
            })
    void otherTypeIsNoticed(String pointer) throws IOException {
        assertThat(breaksWhen(document -> ((ObjectNode) document.at(pointer)).put("type", "boolean")))
                .startsWith("another type: ");
    }

    @Test
    void whatIsAddedBreaksNobody() throws IOException {
        assertThat(breaksWhen(document -> {
                    ((ObjectNode) document.at("/components/schemas/Agent/properties"))
                            .putObject("colour")
                            .put("type", "string");
                    ((ObjectNode) document.at("/paths")).set("/v3/ai_agents", document.at("/paths/~1v2~1ai_agents"));
                }))
                .isEmpty();
    }

    private static String breaksWhen(Consumer<JsonNode> change) throws IOException {
        JsonNode after = CURRENT.deepCopy();
        change.accept(after);
        return breaks(CURRENT, after);
    }

    private static JsonNode read(Path document) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty when nothing does; the library does not see other types in OpenAPI 3.1, so they are compared here. */
    private static String breaks(JsonNode before, JsonNode after) throws IOException {
        Map<String, JsonNode> types = types(after);
        List<String> retyped = types(before).entrySet().stream()
                .filter(type -> types.containsKey(type.getKey()))
                .filter(type -> !types.get(type.getKey()).equals(type.getValue()))
                .map(type -> "another type: " + type.getKey())
                .toList();
        ChangedOpenApi difference = OpenApiCompare.fromContents(before.toString(), after.toString());
        return String.join("\n", retyped) + (difference.isIncompatible() ? told(difference) : "");
    }

    private static Map<String, JsonNode> types(JsonNode document) {
        Map<String, JsonNode> types = new TreeMap<>();
        collect("/paths", document.path("paths"), types);
        collect("/components/schemas", document.at("/components/schemas"), types);
        return types;
    }

    private static void collect(String pointer, JsonNode node, Map<String, JsonNode> types) {
        if (node.isObject() && node.has("type") && !pointer.endsWith("/properties")) {
            types.put(pointer, node.path("type"));
        }
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                // By name, so that a new parameter before it does not look like another type.
                String step = node.path(index).path("name").asText(String.valueOf(index));
                collect(pointer + "/" + step, node.path(index), types);
            }
        }
        node.properties().stream()
                .filter(field -> !field.getKey().startsWith("example") || pointer.endsWith("/properties"))
                .forEach(field -> collect(pointer + "/" + field.getKey(), field.getValue(), types));
    }

    private static String told(ChangedOpenApi difference) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(text, StandardCharsets.UTF_8)) {
            new MarkdownRender().render(difference, writer);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
