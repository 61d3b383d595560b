package com.qontak.aiagent.operations;

import com.qontak.aiagent.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** How far the first fill is can be asked on the management port, and only there. */
@ServiceTest
class AggregatesEndpointTests {

    private static final String PATH = "/actuator/impactaggregates";

    private final Environment environment;

    @Autowired
    AggregatesEndpointTests(Environment environment) {
        this.environment = environment;
    }

    @Test
    void managementPortTellsHowManyOrganizationsAreFreshAndWhichAreNot() {
        at("local.management.port")
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.organizations.fresh")
                .isNumber()
                .jsonPath("$.organizations.filling")
                .isNumber()
                .jsonPath("$.organizations.unusable")
                .isNumber()
                .jsonPath("$.organizations.rooms")
                .isNumber()
                .jsonPath("$.unfinished")
                .isArray();
    }

    @Test
    void publicPortDoesNot() {
        at("local.server.port").get().uri(PATH).exchange().expectStatus().isUnauthorized();
    }

    private WebTestClient at(String port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + environment.getRequiredProperty(port))
                .build();
    }
}
