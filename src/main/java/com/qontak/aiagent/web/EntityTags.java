package com.qontak.aiagent.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** Documents which calls answer an entity tag, and which reads are answered 304 to who has the answer already. */
final class EntityTags {

    private static final Set<String> OF_AGENTS = Set.of(
            "GET /v2/ai_agents/{ai_agent_uuid}",
            "GET /v2/ai_agents/{ai_agent_uuid}/logic_map",
            "GET /v2/ai_agents/{ai_agent_uuid}/versions/{version}",
            "POST /v2/ai_agents",
            "POST /v2/ai_agents/migrations");
    private static final Set<String> VERSIONS_OF_IMPACT = Set.of("/impact/cost_assumption", "/impact/settings");
    private static final String NOT_MODIFIED = "304";

    private EntityTags() {}

    static void describe(String method, String path, Operation operation) {
        boolean reads = method.equals("GET");
        boolean ofImpact = reads && path.startsWith("/impact/") && !path.endsWith("/history");
        if (!ofImpact && !OF_AGENTS.contains(method + " " + path) && !savesAVersion(method, operation)) {
            return;
        }
        boolean figures = ofImpact && !VERSIONS_OF_IMPACT.contains(path);
        if (reads) {
            operation.addParametersItem(new HeaderParameter()
                    .name(HttpHeaders.IF_NONE_MATCH)
                    .required(false)
                    .schema(tag(figures))
                    .description("The `ETag` of an answer you have: while it is the same, you get 304 and no body."));
            operation
                    .getResponses()
                    .addApiResponse(NOT_MODIFIED, new ApiResponse().description("The answer you have is the same."));
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2") || status.equals(NOT_MODIFIED)) {
                response.addHeaderObject(
                        HttpHeaders.ETAG, new Header().schema(tag(figures)).description(meaning(figures)));
            }
        });
    }

    private static boolean savesAVersion(String method, Operation operation) {
        return !method.equals("DELETE")
                && Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                        .anyMatch(parameter -> parameter.getName().equals(HttpHeaders.IF_MATCH));
    }

    private static String meaning(boolean figures) {
        return figures ? "The same while the figures are." : "The version, in quotes, as `If-Match` takes it.";
    }

    // An example of the parameter itself would be filled in, and sent, by everybody who tries the call.
    private static StringSchema tag(boolean figures) {
        StringSchema tag = new StringSchema();
        tag.setExamples(List.of(figures ? "W/\"8c2f0a6d5b1e4937a0c4d2e8f6b19357\"" : "\"2\""));
        return tag;
    }
}
