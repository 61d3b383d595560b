package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.Pointers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * The published JSON Schema (2020-12) of the capability pack, and the validation with that same schema. What it demands
 * is what a pack cannot be read without:
 * <ul>
 *   <li>all three sections and the fallback, so that no agent goes live without a way out;
 *   <li>the ids and names by which people and rules refer to things;
 *   <li>a condition wherever there is a choice. It may be empty, which is a warning.
 * </ul>
 * The rest may come later: a draft without capabilities is valid and answered with a warning, and needs an entry
 * capability only once it has one.
 */
@Component
public final class PackSchema {

    private static final String ID_PATTERN = "^[a-z0-9_]{1,64}$";
    private static final String RESOURCE = "capability-pack.schema.json";

    private static final Set<String> EXPLAINING = Set.of("title", "description", "examples", "default", "$defs", "$id");

    private final JsonNode json;
    private final Schema schema;

    /** Reads and compiles the schema, once. */
    public PackSchema() {
        this.json = read();
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(assertions(json, json));
        schema.initializeValidators();
    }

    /** @return the schema as it is published; not to be changed */
    public JsonNode json() {
        return json;
    }

    /** Adds what in the shape of the pack is not as the schema has it. */
    void check(Place pack, Findings findings) {
        ExecutionContext context = new BoundedContext();
        schema.validate(context, pack.node(), OutputFormat.DEFAULT);
        context.getErrors().forEach(error -> findings.add(finding(error, pack.pointer())));
    }

    private static Finding finding(Error error, String root) {
        String pointer = root + error.getInstanceLocation();
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" ->
                PackFinding.REQUIRED.at(pointer + "/" + Pointers.escape(error.getProperty()), error.getProperty());
            case "type" -> type(limit.asText()).at(pointer);
            case "pattern" -> pattern(error).at(pointer);
            case "enum" -> PackFinding.NO_CHOICE.at(pointer, choices(limit));
            case "const" -> PackFinding.OTHER_VERSION.at(pointer, limit.asText());
            case "not" -> PackFinding.RESERVED_ID.at(pointer);
            case "maxLength" -> PackFinding.TOO_LONG.at(pointer, limit.intValue());
            case "maxItems" -> PackFinding.TOO_MANY.at(pointer, limit.intValue());
            default -> PackFinding.INVALID_FORMAT.at(pointer);
        };
    }

    private static PackFinding type(String expected) {
        return switch (expected) {
            case "object" -> PackFinding.NO_OBJECT;
            case "array" -> PackFinding.NO_LIST;
            case "string" -> PackFinding.NO_TEXT;
            case "integer" -> PackFinding.NO_INTEGER;
            case "boolean" -> PackFinding.NO_BOOLEAN;
            default -> PackFinding.INVALID_FORMAT;
        };
    }

    private static PackFinding pattern(Error error) {
        if (error.getSchemaNode().asText().equals(ID_PATTERN)) {
            return PackFinding.NO_ID;
        }
        return error.getInstanceNode().asText().isBlank() ? PackFinding.REQUIRED_BLANK : PackFinding.NO_VARIABLE_NAME;
    }

    private static String choices(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    /**
     * The same schema without the keywords that only explain, and with every reference replaced by what it refers to.
     * The library would visit both at every value, which takes three times as long.
     */
    private static ObjectNode assertions(JsonNode schema, JsonNode root) {
        ObjectNode assertions = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(keyword -> {
            String name = keyword.getKey();
            JsonNode value = keyword.getValue();
            if (name.equals("$ref")) {
                assertions.setAll(assertions(root.at(value.asText().substring(1)), root));
            } else if (name.equals("properties")) {
                ObjectNode properties = assertions.putObject(name);
                value.properties().forEach(field -> properties.set(field.getKey(), assertions(field.getValue(), root)));
            } else if (value.isObject() && !name.equals("$defs")) {
                assertions.set(name, assertions(value, root));
            } else if (!EXPLAINING.contains(name)) {
                assertions.set(name, value);
            }
        });
        return assertions;
    }

    private static JsonNode read() {
        try (InputStream schema = PackSchema.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(schema, RESOURCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a list of half a million wrong items from becoming half a million errors. */
    private static final class BoundedContext extends ExecutionContext {

        private static final int MOST_ERRORS = 10 * Findings.LIMIT;

        @Override
        public void addError(Error error) {
            if (getErrors().size() < MOST_ERRORS) {
                super.addError(error);
            }
        }
    }
}
