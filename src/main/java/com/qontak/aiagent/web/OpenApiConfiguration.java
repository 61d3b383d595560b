package com.qontak.aiagent.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/** The public OpenAPI document: who may call, what is answered when something is wrong, and in which order to read. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Mono.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("AI agents and their impact")
                                .version("2")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                                .description(
                                        """
                                Build autonomous AI agents from a prompt to live, and see what they do for your customers.

                                Authorize with a bearer token of your organization. A specialist may act for another
                                organization with the header `X-Organization-Id`. Errors are RFC 9457 problem documents
                                in English, or in Indonesian with `Accept-Language: id`."""))
                .servers(List.of(new Server().url("/").description("This service")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("An access token of your organization, without the word Bearer.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .tags(List.of(
                        new Tag().name("Agents").description("Keep agents: list, save, read, change, delete."),
                        new Tag()
                                .name("Capability packs")
                                .description("Draft and validate what an agent can do, before anything is saved."),
                        new Tag().name("Resources").description("Give an agent knowledge: files, pages, snippets."),
                        new Tag()
                                .name("Refinement")
                                .description("Refine an agent in conversation, with changes to review and apply."),
                        new Tag().name("Problems").description("What each kind of problem means.")));
    }

    // Fields are named by the mapper that writes them.
    @Bean
    ModelResolver modelResolver(ObjectMapper json) {
        return new ModelResolver(json).openapi31(true);
    }

    @Bean
    OpenApiCustomizer problemsOfEveryOperation() {
        return document -> {
            ModelConverters.getInstance(true)
                    .readAll(ProblemResponse.class)
                    .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
            document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                operation.setOperationId(operationId(method, path));
                if (path.startsWith("/problems")) {
                    operation.setSecurity(List.of());
                } else {
                    problems(path, operation);
                }
            }));
        };
    }

    // Made of the address, so that adding one operation never renames another in the clients generated from this.
    private static String operationId(PathItem.HttpMethod method, String path) {
        return Stream.of(path.split("[/{}_.]+"))
                .filter(word -> !word.isEmpty() && !word.equals("v2"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining("", method.name().toLowerCase(Locale.ROOT), ""));
    }

    private static void problems(String path, Operation operation) {
        ApiResponses responses = operation.getResponses();
        add(responses, "401", "No valid access token.");
        add(responses, "403", "The role, the plan or the rollout does not allow it.");
        add(responses, "429", "Too many requests; `Retry-After` says how long to wait.");
        add(responses, "503", "Not available at the moment; `Retry-After` says how long to wait.");
        if (path.contains("{")) {
            add(responses, "404", "No such thing in your organization.");
        }
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            add(responses, "422", "The input needs a correction; `findings` names every place.");
        }
        List.copyOf(operation.getParameters() == null ? List.of() : operation.getParameters()).stream()
                .filter(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()))
                .forEach(parameter -> {
                    parameter.setDescription("The `ETag` of the version you have seen, with its quotes.");
                    parameter.setExample("\"1\"");
                    add(responses, "412", "Somebody has saved a newer version; nothing was changed.");
                    add(responses, "428", "`If-Match` is missing.");
                });
    }

    private static void add(ApiResponses responses, String status, String description) {
        if (!responses.containsKey(status)) {
            responses.addApiResponse(
                    status,
                    new ApiResponse()
                            .description(description)
                            .content(new Content()
                                    .addMediaType(
                                            "application/problem+json",
                                            new MediaType()
                                                    .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
        }
    }
}
