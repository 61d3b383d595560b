package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The committed document is the one the service serves; {@code -Dopenapi.update=true} writes it anew. */
@ServiceTest
class OpenApiDocumentTests {

    private static final Path COMMITTED = Path.of("docs", "openapi.yaml");

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
                .as("docs/openapi.yaml; write it anew with ./mvnw test -Dtest=OpenApiDocumentTests"
                        + " -Dopenapi.update=true")
                .isEqualTo(served);
    }

    private String served() {
        return api.anonymous()
                .mutate()
                .responseTimeout(Duration.ofMinutes(1))
                .build()
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
