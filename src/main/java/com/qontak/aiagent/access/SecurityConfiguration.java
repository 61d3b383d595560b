package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;
import reactor.core.publisher.Hooks;

/** Who may call which path: bearer tokens, roles, browser origins and response headers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**", "/problems/**"
    };
    private static final String[] BUILDERS = authorities(Role.BUILDERS);
    private static final String[] READERS =
            authorities(Set.of(Role.ORG_ADMIN, Role.SUPERVISOR, Role.OWNER, Role.SPECIALIST));
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String[] DECIDERS = authorities(Set.of(Role.ORG_ADMIN, Role.OWNER));

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            ProblemWriter problems,
            JwtDecoder decoder,
            VerifiedTokens verified,
            SecurityHeaders securityHeaders,
            Clock clock)
            throws Exception {
        AuthenticationEntryPoint unauthenticated =
                (request, response, failure) -> problems.write(problem(failure), request, response);
        AuthenticationEntryPointFailureHandler refused = new AuthenticationEntryPointFailureHandler(unauthenticated);
        refused.setRethrowAuthenticationServiceException(false);
        AccessDeniedHandler forbidden = (request, response, failure) ->
                problems.write(new ProblemException(ProblemType.FORBIDDEN), request, response);
        DefaultSecurityFilterChain chain = http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .cors(cors -> {})
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(securityHeaders))
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
                .oauth2ResourceServer(server -> server.withObjectPostProcessor(answering(refused))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden)
                        .jwt(jwt -> jwt.decoder(new RememberedTokens(decoder, verified, clock))
                                .jwtAuthenticationConverter(authentication())))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
        // Spring's own for tokens that are bound to a key, which it adds unasked, refuses without a document.
        chain.getFilters().stream()
                .filter(AuthenticationFilter.class::isInstance)
                .map(AuthenticationFilter.class::cast)
                .forEach(ofBoundTokens -> ofBoundTokens.setFailureHandler(refused));
        return chain;
    }

    private static ProblemException problem(AuthenticationException failure) {
        return failure instanceof AuthenticationServiceException
                ? new ProblemException(
                        ProblemType.IDENTITY_UNAVAILABLE,
                        List.of(),
                        List.of(),
                        Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
                        failure)
                : new ProblemException(
                        ProblemType.UNAUTHENTICATED,
                        List.of(),
                        List.of(),
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                        failure);
    }

    // Left to itself, the filter throws where the identity provider is away, and the request ends as a failure of ours.
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(
            AuthenticationFailureHandler handler) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    /** Nobody asks a reactive context who is calling: to put it there was work at every subscription. */
    @Bean
    static SmartInitializingSingleton callersAreHandedOnByHand() {
        return () -> Hooks.resetOnLastOperator("org.springframework.security.SECURITY_REACTOR_CONTEXT_OPERATOR");
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
    CorsFilter corsFilter(BrowserOrigins origins) {
        return origins.filter();
    }

    private static JwtAuthenticationConverter authentication() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityConfiguration::roles);
        return converter;
    }

    private static Collection<GrantedAuthority> roles(Jwt token) {
        return Bearer.of(token).roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.claim()))
                .toList();
    }

    private static String[] authorities(Set<Role> roles) {
        return roles.stream().map(Role::claim).toArray(String[]::new);
    }
}
