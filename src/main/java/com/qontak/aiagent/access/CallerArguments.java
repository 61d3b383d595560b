package com.qontak.aiagent.access;

import com.qontak.aiagent.web.idempotency.KeyOwner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a handler method ask for the {@link Caller} as an argument. */
@Configuration(proxyBeanMethods = false)
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    private static final String BUILDER = "/v2/ai_agents/**";
    private static final String REPORT = "/impact/**";

    private final CallerInterceptor callers;
    private final EntitlementInterceptor entitlement;

    CallerArguments(CallerInterceptor callers, EntitlementInterceptor entitlement) {
        this.callers = callers;
        this.entitlement = entitlement;
    }

    @Bean
    static KeyOwner keyOwner() {
        return request -> known(request).organizationId();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(callers).addPathPatterns(BUILDER, REPORT);
        // Matched as the handlers are: an address compared as it was sent could be written so as to pass.
        registry.addInterceptor(entitlement).addPathPatterns(BUILDER);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return known(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    private static Caller known(HttpServletRequest request) {
        return CallerInterceptor.of(request)
                .orElseThrow(() -> new IllegalStateException("No caller: the path is not under CallerInterceptor"));
    }
}
