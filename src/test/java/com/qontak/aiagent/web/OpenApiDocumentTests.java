package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;

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
    void everyOperationSaysWhatItIsForAndWhatItDoes() {
        long operations = served().lines()
                .filter(line -> line.matches(" {4}(get|post|put|patch|delete):"))
                .count();
        long summaries = served().lines()
                .filter(line -> line.startsWith("      summary: "))
                .count();
        long descriptions = served().lines()
                .filter(line -> line.startsWith("      description: "))
                .count();

        assertThat(operations).isPositive();
        assertThat(summaries).isEqualTo(operations);
        assertThat(descriptions).isEqualTo(operations);
    }

    private String served() {
        return api.anonymous()
                .get()
                .uri("/v3/api-docs.yaml")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
