package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the tree diagram in the OpenAPI document, with an example that can be sent as it is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TreeOpenApi implements OpenApiCustomizer {

    private static final String EXAMPLE = "example-tree.json";

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true)
                .readAll(TreeShapes.Diagram.class)
                .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
        Objects.requireNonNull(document.getComponents().getSchemas().get("TreeDiagram"))
                .setExample(example());
    }

    private static Object example() {
        try (InputStream tree = TreeOpenApi.class.getResourceAsStream(EXAMPLE)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(tree, EXAMPLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
