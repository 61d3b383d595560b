package com.qontak.aiagent.testing;

import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Speaks to the service under test over HTTP, as its callers do. */
public final class Api {

    /** What hangs is told by it, and a busy machine is not taken for something that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebTestClient http;

    private Api(WebTestClient http) {
        this.http = http;
    }

    /** The public port of a started service. */
    public static Api of(Environment environment) {
        return new Api(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                .build());
    }

    /** Carries a token of the given roles in the given organization. */
    public WebTestClient as(long organizationId, String... roles) {
        return bearing(Tokens.of(organizationId, roles));
    }

    public WebTestClient bearing(String token) {
        return with(headers -> headers.setBearerAuth(token));
    }

    public WebTestClient anonymous() {
        return http;
    }

    private WebTestClient with(Consumer<HttpHeaders> headers) {
        return http.mutate().defaultHeaders(headers).build();
    }
}
