package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people need who know only the committed document; {@link OpenApiDocumentTests} keeps it the served one. */
class OpenApiReadabilityTests {

    private static final Set<String> NEEDS_EXAMPLE = Set.of("string", "number", "integer");

    private static final Set<String> CONDITIONAL = Set.of(
            "GET /v2/ai_agents/{ai_agent_uuid}",
            "GET /v2/ai_agents/{ai_agent_uuid}/logic_map",
            "GET /v2/ai_agents/{ai_agent_uuid}/versions/{version}");

    private static final Pattern UPSTREAM_WORDS =
            Pattern.compile("skill|milestone|performance_exit|model_tier", Pattern.CASE_INSENSITIVE);

    private static final JsonNode DOCUMENT = read();

    @Test
    void noUpstreamWordIsInTheDocument() {
        assertThat(DOCUMENT.toString()).doesNotContainPattern(UPSTREAM_WORDS);
    }

    @Test
    void everyFieldIsInSnakeCase() {
        assertThat(fields().keySet()).isNotEmpty().allMatch(name -> name.matches("\\w+(\\.[a-z0-9_]+)+"));
    }

    @Test
    void everyOperationSaysWhatItIsForAndWhatItDoes() {
        assertThat(operations()).isNotEmpty().allSatisfy((name, operation) -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("description").asText()).isNotBlank();
        });
    }

    @Test
    void everyOperationIsInOneOfTheGroupsWhichHoldThemInTheirOrder() {
        List<String> groups = DOCUMENT.path("tags").findValuesAsText("name");
        Set<String> used = new LinkedHashSet<>();

        assertThat(operations()).allSatisfy((name, operation) -> {
            assertThat(operation.path("tags")).hasSize(1);
            used.add(operation.at("/tags/0").asText());
        });

        assertThat(used).as("the order of the paths").containsExactlyElementsOf(groups);
        assertThat(DOCUMENT.path("tags"))
                .allSatisfy(tag -> assertThat(tag.path("description").asText()).isNotBlank());
    }

    @Test
    void everyPathHasItsPlaceInTheReadingOrder() {
        assertThat(DOCUMENT.path("paths").fieldNames()).toIterable().containsExactlyElementsOf(ReadingOrder.PATHS);
    }

    @Test
    void everyCallWithProblemsOfItsOwnExists() {
        assertThat(operations())
                .containsKeys(DocumentedProblems.OF_ONE_CALL.keySet().toArray(String[]::new));
        assertThat(operations()).containsKeys(DocumentedProblems.WITHOUT_UPSTREAM.toArray(String[]::new));
        assertThat(operations()).containsKeys(ExampleInput.INVALID.keySet().toArray(String[]::new));
    }

    @Test
    void everyParameterIsDescribedWithAnExample() {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operations().forEach((name, operation) -> operation
                .path("parameters")
                .forEach(parameter ->
                        parameters.put(name + " " + parameter.path("name").asText(), parameter)));

        assertThat(parameters).isNotEmpty().allSatisfy((name, parameter) -> {
            assertThat(parameter.path("description").asText()).isNotBlank();
            assertThat(parameter.has("example") || showsAnExample(parameter.path("schema")))
                    .as("has an example")
                    .isTrue();
        });
    }

    @Test
    void everyFieldIsDescribedWithAnExample() {
        assertThat(fields()).isNotEmpty().allSatisfy((name, field) -> {
            assertThat(resolved(field, "description")).as("description").isNotBlank();
            assertThat(showsAnExample(field)).as("has an example").isTrue();
        });
    }

    @Test
    void everyReadThatCanBeConditionalSaysSo() {
        Map<String, JsonNode> reads = new LinkedHashMap<>(operations());
        reads.keySet()
                .removeIf(name ->
                        !name.startsWith("GET /impact/") && !CONDITIONAL.contains(name) || name.endsWith("/history"));

        assertThat(reads).hasSizeGreaterThan(CONDITIONAL.size()).allSatisfy((name, read) -> {
            assertThat(read.path("parameters").findValuesAsText("name")).contains("If-None-Match");
            assertThat(read.at("/responses/200/headers").has("ETag")).isTrue();
            assertThat(read.at("/responses/304/headers").has("ETag")).isTrue();
            assertThat(read.at("/responses/304").has("content")).isFalse();
        });
    }

    @Test
    void everyCallThatWantsAVersionTellsTheOneItMakes() {
        Map<String, JsonNode> changes = new LinkedHashMap<>(operations());
        changes.entrySet()
                .removeIf(change -> change.getKey().startsWith("DELETE")
                        || !change.getValue()
                                .path("parameters")
                                .findValuesAsText("name")
                                .contains("If-Match"));

        assertThat(changes).isNotEmpty().allSatisfy((name, change) -> assertThat(
                        change.at("/responses/200/headers").has("ETag"))
                .isTrue());
    }

    @Test
    void keyOfACreatingCallIsDescribedAsItIsTaken() {
        List<String> keys = new ArrayList<>();
        operations().values().forEach(operation -> operation.path("parameters").forEach(parameter -> {
            if (parameter.path("name").asText().equals("Idempotency-Key")) {
                keys.add(parameter.path("description").asText());
            }
        }));

        assertThat(keys).isNotEmpty().allMatch(key -> key.startsWith("1 to 255 visible ASCII characters"));
    }

    @Test
    void eachKindOfResourceHasAnExampleThatCanBeSent() {
        JsonNode examples = DOCUMENT.at("/paths/~1v2~1ai_agents~1{ai_agent_uuid}~1resources/post/requestBody/content"
                + "/application~1json/examples");
        Schema resource = schema("AddResource");

        assertThat(examples.findValuesAsText("kind")).containsExactly("snippet", "url");
        assertThat(examples).allSatisfy(example -> assertThat(resource.validate(example.path("value")))
                .isEmpty());
    }

    @Test
    void everyErrorHasAnExampleOfEachKindThatIsAProblem() {
        Schema problem = schema("Problem");
        Map<String, JsonNode> errors = errors();

        assertThat(errors).isNotEmpty().allSatisfy((name, error) -> {
            JsonNode examples = error.at("/content/application~1problem+json/examples");
            assertThat(error.path("description").asText()).isNotBlank();
            assertThat(examples).isNotEmpty().allSatisfy(reference -> {
                JsonNode example = resolve(reference);
                assertThat(example.path("summary").asText()).isNotBlank();
                assertThat(problem.validate(example.path("value"))).isEmpty();
                assertThat(name).endsWith(" " + example.at("/value/status").asText());
            });
        });
    }

    @Test
    void everyProblemOfTheInputNamesThePlaceAndWhatToDo() {
        assertThat(DOCUMENT.at("/components/examples").properties())
                .filteredOn(example -> example.getKey().startsWith("invalid-input"))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example.getValue().at("/value/findings"))
                        .isNotEmpty()
                        .allSatisfy(finding -> {
                            assertThat(finding.path("pointer").asText()).startsWith("/");
                            assertThat(finding.path("message").asText())
                                    .isNotBlank()
                                    .isNotEqualTo(finding.path("code").asText());
                            assertThat(finding.path("hint").asText()).isNotBlank();
                        }));
    }

    @Test
    void everyKindOfProblemIsShownButThoseOfACallThatIsNotThere() {
        Collection<String> shown = DOCUMENT.at("/components/examples").findValuesAsText("type");

        assertThat(ProblemType.values())
                .filteredOn(type -> type != ProblemType.METHOD_NOT_ALLOWED && type != ProblemType.NOT_ACCEPTABLE)
                .allSatisfy(type -> assertThat(shown).contains("/problems/" + type.slug()));
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
        return operations;
    }

    private Map<String, JsonNode> errors() {
        Map<String, JsonNode> errors = new LinkedHashMap<>();
        operations().forEach((name, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("4") >= 0)
                .forEach(response -> errors.put(name + " " + response.getKey(), response.getValue())));
        return errors;
    }

    private Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        DOCUMENT.at("/components/schemas")
                .properties()
                .forEach(schema -> collect(schema.getKey(), schema.getValue(), fields));
        return fields;
    }

    private static void collect(String name, JsonNode schema, Map<String, JsonNode> fields) {
        schema.path("properties").properties().forEach(field -> {
            fields.put(name + "." + field.getKey(), field.getValue());
            collect(name + "." + field.getKey(), field.getValue(), fields);
        });
    }

    private boolean showsAnExample(JsonNode field) {
        for (String word : List.of("example", "examples", "enum", "const", "default")) {
            if (field.has(word)) {
                return true;
            }
        }
        if (field.has("items")) {
            return field.at("/items").has("$ref") || showsAnExample(field.path("items"));
        }
        List<String> types = new ArrayList<>();
        if (field.path("type").isTextual()) {
            types.add(field.path("type").asText());
        }
        field.path("type").forEach(type -> types.add(type.asText()));
        return types.stream().noneMatch(NEEDS_EXAMPLE::contains);
    }

    private String resolved(JsonNode field, String word) {
        return field.has(word) || !field.has("$ref")
                ? field.path(word).asText()
                : resolve(field).path(word).asText();
    }

    private JsonNode resolve(JsonNode reference) {
        return DOCUMENT.at(reference.path("$ref").asText().substring(1));
    }

    private Schema schema(String name) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.putObject("components").set("schemas", DOCUMENT.at("/components/schemas"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("docs", "openapi.yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
