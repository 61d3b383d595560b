package com.qontak.aiagent.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;

/** Puts the public OpenAPI document together: what no controller can say for itself. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Mono.class);
    }

    @Bean
    OpenAPI openApi() {
        return ApiDescription.document();
    }

    // Fields are named by the mapper that writes them.
    @Bean
    ModelResolver modelResolver(ObjectMapper json) {
        return new RecordSchemas(json);
    }

    @Bean
    OpenApiCustomizer wholeDocument(ProblemDocuments problems, ObjectMapper json) {
        return document -> {
            ModelConverters.getInstance(true)
                    .readAll(ProblemResponse.class)
                    .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
            // Every tree says at its place what it is.
            document.getComponents().getSchemas().remove("JsonNode");
            ProblemExamples examples = new ProblemExamples(problems, json, document.getComponents());
            document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                operation.setOperationId(operationId(method, path));
                SharedParameters.describe(method.name(), operation);
                EntityTags.describe(method.name(), path, operation);
                examples.add(method.name(), path, operation);
                if (path.startsWith("/problems")) {
                    operation.setSecurity(List.of());
                }
            }));
            document.setPaths(ReadingOrder.of(document.getPaths()));
        };
    }

    // Made of the address, so that adding one operation never renames another in the clients generated from this.
    private static String operationId(PathItem.HttpMethod method, String path) {
        return Stream.of(path.split("[/{}_.]+"))
                .filter(word -> !word.isEmpty() && !word.equals("v2"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining("", method.name().toLowerCase(Locale.ROOT), ""));
    }
}
