package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Puts the pack's own JSON Schema into the OpenAPI document, so that the two cannot say different things. */
@Component
class PackOpenApi implements OpenApiCustomizer {

    private static final String DEFINITIONS = "$defs";
    private static final String PREFIX = "Pack";

    private final PackSchema schema;

    PackOpenApi(PackSchema schema) {
        this.schema = schema;
    }

    @Override
    public void customise(OpenAPI document) {
        ObjectNode pack = (ObjectNode) referringToComponents(schema.json());
        JsonNode definitions = pack.path(DEFINITIONS).deepCopy();
        pack.remove(List.of("$schema", "$id", DEFINITIONS));
        document.getComponents().addSchemas("CapabilityPack", component(pack));
        definitions.properties().forEach(definition -> document.getComponents()
                .addSchemas(componentName(definition.getKey()), component(definition.getValue())));
    }

    private static JsonNode referringToComponents(JsonNode schema) {
        String text = schema.toString();
        for (String name : names(schema.path(DEFINITIONS))) {
            text = text.replace("\"#/$defs/" + name + "\"", "\"#/components/schemas/" + componentName(name) + "\"");
        }
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode definitions) {
        return definitions.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static Schema<?> component(JsonNode schema) {
        return Json31.mapper().convertValue(schema, Schema.class);
    }

    private static String componentName(String definition) {
        return PREFIX + definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1);
    }
}
