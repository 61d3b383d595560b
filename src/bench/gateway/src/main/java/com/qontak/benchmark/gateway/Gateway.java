package com.qontak.benchmark.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import reactor.core.publisher.Mono;

/**
 * One route to the upstream. The profile {@code plain} passes bytes through; the profile {@code duties} checks the
 * token, counts, breaks the circuit and renames the fields of the body.
 */
@SpringBootApplication
public class Gateway {

    public static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }

    @Bean
    @Profile("plain")
    RouteLocator plain(RouteLocatorBuilder routes, @Value("${upstream}") String upstream) {
        return routes.routes()
                .route(route -> route.path("/v2/ai_agents/*")
                        .filters(Gateway::toUpstream)
                        .uri(upstream))
                .build();
    }

    @Bean
    @Profile("duties")
    RouteLocator duties(RouteLocatorBuilder routes, @Value("${upstream}") String upstream) {
        return routes.routes()
                .route(route -> route.path("/v2/ai_agents/*")
                        .filters(filters -> toUpstream(filters)
                                .circuitBreaker(breaker -> breaker.setName("mekari-agent"))
                                .modifyResponseBody(
                                        JsonNode.class,
                                        JsonNode.class,
                                        (exchange, body) -> Mono.just(Renaming.rename(body))))
                        .uri(upstream))
                .build();
    }

    private static GatewayFilterSpec toUpstream(GatewayFilterSpec filters) {
        return filters.rewritePath("/v2/ai_agents/(?<id>.*)", "/v1/agents/${id}")
                .setRequestHeader("Authorization", "Bearer credential")
                .setRequestHeader("X-Organization-Id", "1");
    }
}
