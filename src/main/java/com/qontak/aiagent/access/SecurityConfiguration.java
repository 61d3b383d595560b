package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.ProblemWriter;
import com.qontak.aiagent.web.RequestIds;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/** Who may call which path: bearer tokens, roles, browser origins and response headers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**", "/problems/**"
    };
    private static final String[] BUILDERS = authorities(Role.SPECIALIST, Role.BOT_BUILDER, Role.ORG_ADMIN);
    private static final String[] READERS = authorities(Role.ORG_ADMIN, Role.SUPERVISOR, Role.OWNER, Role.SPECIALIST);
    private static final String[] DECIDERS = authorities(Role.ORG_ADMIN, Role.OWNER);

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, ProblemWriter problems, JwtDecoder decoder, AccessProperties properties, Clock clock)
            throws Exception {
        AuthenticationEntryPoint unauthenticated = (request, response, failure) -> problems.write(
                new ProblemException(
                        ProblemType.UNAUTHENTICATED,
                        List.of(),
                        List.of(),
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                        failure),
                request,
                response);
        AccessDeniedHandler forbidden = (request, response, failure) ->
                problems.write(new ProblemException(ProblemType.FORBIDDEN), request, response);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .cors(cors -> {})
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .addHeaderWriter(contentPolicy())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE)
                                .includeSubDomains(true)
                                .maxAgeInSeconds(Duration.ofDays(365).toSeconds())))
                .authorizeHttpRequests(requests -> requests
                        // A request is judged when it arrives; its continuation and its error page are the same
                        // request.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/v2/ai_agents/kpis", "/v2/ai_agents/migrations/**")
                        .hasAuthority(Role.SPECIALIST.claim())
                        .requestMatchers("/v2/ai_agents/**")
                        .hasAnyAuthority(BUILDERS)
                        .requestMatchers(HttpMethod.PUT, "/impact/cost_assumption", "/impact/settings")
                        .hasAnyAuthority(DECIDERS)
                        .requestMatchers("/impact/**")
                        .hasAnyAuthority(READERS)
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden)
                        .jwt(jwt -> jwt.decoder(new RememberedTokens(decoder, properties.tokenCacheTtl(), clock))
                                .jwtAuthenticationConverter(authentication())))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
    }

    /** A span for each filter would cost more than the filters do. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Matches paths by themselves, where Spring Security would ask Spring MVC for the handler of each request. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatternRequestMatcherBuilder() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Nobody asks, so nobody has to look the handler up a second time and keep it for them. */
    @Bean
    static BeanPostProcessor handlersAreLookedUpOnce() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HandlerMappingIntrospector ? new UncachedHandlerMappings() : bean;
            }
        };
    }

    @Bean
    CorsFilter corsFilter(AccessProperties properties, ProblemWriter problems) {
        CorsFilter filter = new CorsFilter(origins(properties));
        filter.setCorsProcessor(new ProblemCorsProcessor(problems));
        return filter;
    }

    // Answers are data, of which a browser shall run and load nothing; only Swagger UI is a page with scripts.
    private static HeaderWriter contentPolicy() {
        RequestMatcher page = request -> request.getRequestURI().startsWith("/swagger-ui");
        HeaderWriter ofData = new ContentSecurityPolicyHeaderWriter("default-src 'none'; frame-ancestors 'none'");
        HeaderWriter ofPage = new ContentSecurityPolicyHeaderWriter(
                "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
        return (request, response) -> (page.matches(request) ? ofPage : ofData).writeHeaders(request, response);
    }

    private static CorsConfigurationSource origins(AccessProperties properties) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                RequestIds.HEADER,
                "Idempotent-Replayed",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset"));
        cors.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }

    private static JwtAuthenticationConverter authentication() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityConfiguration::roles);
        return converter;
    }

    private static Collection<GrantedAuthority> roles(Jwt token) {
        List<?> claims = token.getClaim(TokenRules.ROLES) instanceof List<?> list ? list : List.of();
        return claims.stream()
                .flatMap(claim -> Role.ofClaim(String.valueOf(claim)).stream())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.claim()))
                .toList();
    }

    private static String[] authorities(Role... roles) {
        return Arrays.stream(roles).map(Role::claim).toArray(String[]::new);
    }
}
