package com.qontak.aiagent.access.limits;

import com.qontak.aiagent.access.Callers;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers 429 to what is over an organization's limit, and tells in every answer how much of it is left. */
@Configuration(proxyBeanMethods = false)
class LimitInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    // Behind the interceptor that finds out who is calling.
    private static final int ORDER = 10;

    private final Limiter limiter;

    LimitInterceptor(Limiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/v2/ai_agents/**", "/impact/**")
                .order(ORDER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            Callers.of(request)
                    .ifPresent(caller -> check(
                            limiter.decide(
                                    caller.organizationId(), LimitedKind.of(request.getMethod(), pattern(request))),
                            response));
        }
        return true;
    }

    // The handler's own, not the address as it was sent, which could be written so as to count elsewhere.
    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static void check(Decision decision, HttpServletResponse response) {
        String reset = Long.toString(decision.resetSeconds());
        response.setHeader("RateLimit-Limit", Integer.toString(decision.limit()));
        response.setHeader("RateLimit-Remaining", Integer.toString(decision.remaining()));
        response.setHeader("RateLimit-Reset", reset);
        if (!decision.allowed()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS, List.of(), List.of(), Map.of(HttpHeaders.RETRY_AFTER, reset), null);
        }
    }
}
