package com.qontak.aiagent.localrun;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.qontak.aiagent.localrun.demo.EmbeddedDatabase;
import com.qontak.aiagent.localrun.simulator.UpstreamSimulator;
import com.qontak.aiagent.testing.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What the local run serves beside the product: tokens for the asking, and where everything is. */
@TestConfiguration(proxyBeanMethods = false)
class LocalRunConfiguration {

    private static final Logger log = LoggerFactory.getLogger(LocalRun.class);
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);

    @Bean
    @Order(0)
    SecurityFilterChain openDevEndpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher("/dev/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> devEndpoints(
            TokenIssuer tokens, EmbeddedDatabase database, UpstreamSimulator upstreams, JdbcClient jdbc) {
        return route(GET("/dev/token"), request -> token(request, tokens))
                .andRoute(
                        GET("/dev/info"), request -> ServerResponse.ok().body(info(database, upstreams, tokens, jdbc)));
    }

    @Bean
    OpenApiCustomizer whereATokenComesFrom() {
        return document -> document.getComponents()
                .getSecuritySchemes()
                .get("bearer")
                .setDescription("Local run: copy the whole page at"
                        + " [/dev/token?role=specialist](/dev/token?organization_id=1&role=specialist) or"
                        + " [/dev/token?role=org_admin](/dev/token?organization_id=1&role=org_admin). An admin"
                        + " reads and"
                        + " sets everything of the report; the initiative's figures are for specialists.");
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> welcome(Environment environment) {
        return ready -> {
            String here = "http://localhost:" + environment.getProperty("local.server.port");
            log.info(
                    """


                      Swagger UI   {}/swagger-ui.html
                      A token      curl '{}/dev/token?organization_id=1&role=org_admin'
                      Everything   {}/dev/info
                      Metrics      http://localhost:{}/actuator/prometheus
                    """,
                    here,
                    here,
                    here,
                    environment.getProperty("local.management.port"));
        };
    }

    private static ServerResponse token(ServerRequest request, TokenIssuer tokens) {
        long organizationId =
                request.param("organization_id").map(Long::parseLong).orElse(1L);
        String[] roles = request.param("role").orElse("org_admin").split(",");
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(tokens.token(organizationId, TOKEN_VALIDITY, roles));
    }

    private static Map<String, Object> info(
            EmbeddedDatabase database, UpstreamSimulator upstreams, TokenIssuer tokens, JdbcClient jdbc) {
        List<Map<String, Object>> organizations = jdbc.sql(
                        """
                        SELECT id, name, plan, (settings ->> 'ai_agent_engine_version')::int AS engine_version
                        FROM public.organizations
                        ORDER BY id
                        """)
                .query()
                .listOfRows();
        return Map.of(
                "jdbc_url", database.jdbcUrl(),
                "jdbc_user", database.user(),
                "jdbc_password", database.password(),
                "upstreams",
                        Map.of(
                                "mekari-agent", upstreams.mekariAgent(),
                                "chatbot-ai", upstreams.chatbotAi(),
                                "noncore-mrag", upstreams.noncoreMrag()),
                "tokens",
                        Map.of(
                                "issuer", TokenIssuer.ISSUER,
                                "audience", TokenIssuer.AUDIENCE,
                                "jwk_set_uri", tokens.keys()),
                "organizations", organizations);
    }
}
