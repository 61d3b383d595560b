package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The committed document is the one the service serves; {@code -Dopenapi.update=true} writes it anew. */
@ServiceTest
class OpenApiDocumentTests {

    private static final Path COMMITTED = Path.of("docs", "openapi.yaml");
    private static final Pattern UPSTREAM_WORDS =
            Pattern.compile("skill|milestone|performance_exit|model_tier", Pattern.CASE_INSENSITIVE);

    private final Api api;

    @Autowired
    OpenApiDocumentTests(Environment environment) {
        this.api = Api.of(environment);
    }

    @Test
    void committedDocumentIsTheServedOne() throws IOException {
        String served = served();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED))
                .as(
                        "docs/openapi.yaml; write it anew with ./mvnw test -Dtest=OpenApiDocumentTests -Dopenapi.update=true")
                .isEqualTo(served);
    }

    @Test
    void noUpstreamWordIsInTheDocument() {
        assertThat(served()).doesNotContainPattern(UPSTREAM_WORDS);
    }

    @Test
    void everyFieldIsInSnakeCase() throws IOException {
        JsonNode schemas = new ObjectMapper().readTree(served("/v3/api-docs")).at("/components/schemas");

        assertThat(schemas.properties()).isNotEmpty();
        schemas.properties().forEach(schema -> assertThat(
                        schema.getValue().path("properties").fieldNames())
                .toIterable()
                .as(schema.getKey())
                .allMatch(name -> name.matches("[a-z0-9_]+")));
    }

    @Test
    void everyOperationSaysWhatItIsForAndWhatItDoes() throws IOException {
        JsonNode paths = new ObjectMapper().readTree(served("/v3/api-docs")).path("paths");

        assertThat(paths.properties()).isNotEmpty();
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String name = operation.getKey() + " " + path.getKey();
            assertThat(operation.getValue().path("summary").asText()).as(name).isNotBlank();
            assertThat(operation.getValue().path("description").asText())
                    .as(name)
                    .isNotBlank();
            assertThat(operation.getValue().path("tags")).as(name).hasSize(1);
        }));
    }

    private String served() {
        return served("/v3/api-docs.yaml");
    }

    private String served(String path) {
        return api.anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
