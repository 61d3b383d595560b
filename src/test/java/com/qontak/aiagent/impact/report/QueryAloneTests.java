package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class QueryAloneTests {

    private final WebTestClient owner;

    @Autowired
    QueryAloneTests(Environment environment) {
        this.owner = Api.of(environment).as(1, "owner");
    }

    @ParameterizedTest
    @CsvSource({
        "/impact/containment, From, crawler@example.com",
        "/impact/report, To, somebody",
        "/impact/report.csv, From, crawler@example.com",
        "/impact/report.html, From, crawler@example.com",
        "/impact/conversations?outcome=handled, From, crawler@example.com"
    })
    void headerIsNoParameter(String address, String name, String value) {
        owner.get().uri(address).header(name, value).exchange().expectStatus().isOk();
    }
}
