package com.qontak.aiagent.agents.resources;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives the OpenAPI document a resource of each kind that can be sent as it stands. The two calls that share the path
 * become one operation there, which keeps no example of either.
 */
@Component
class ResourceOpenApi implements OpenApiCustomizer {

    private static final JsonNode SNIPPET = JsonNodeFactory.instance
            .objectNode()
            .put("kind", "snippet")
            .put("title", "Opening hours")
            .put("text", "We are open every day from 09.00 to 21.00.");
    private static final JsonNode PAGE = JsonNodeFactory.instance
            .objectNode()
            .put("kind", "url")
            .put("title", "Questions and answers")
            .put("url", "https://example.com/");

    @Override
    public void customise(OpenAPI document) {
        PathItem resources = Objects.requireNonNull(document.getPaths().get(ResourcesController.PATH));
        MediaType json = Objects.requireNonNull(
                resources.getPost().getRequestBody().getContent().get(APPLICATION_JSON_VALUE));
        json.addExamples("snippet", new Example().summary("A snippet").value(SNIPPET));
        json.addExamples("url", new Example().summary("A web page").value(PAGE));
    }
}
