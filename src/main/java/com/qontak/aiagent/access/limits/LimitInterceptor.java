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

/** Answers 429 to what is over an organization's limit. */
@Configuration(proxyBeanMethods = false)
class LimitInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    // Behind the interceptor that finds out who is calling.
    private static final int ORDER = 10;

    private final RequestLimits limits;

    LimitInterceptor(RequestLimits limits) {
        this.limits = limits;
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
            Callers.of(request).ifPresent(caller -> {
                if (!limits.admit(caller, LimitedKind.of(request.getMethod(), pattern(request)), response)) {
                    throw refused(String.valueOf(response.getHeader(RequestLimits.RESET)));
                }
            });
        }
        return true;
    }

    // The handler's own, not the address as it was sent, which could be written so as to count elsewhere.
    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static ProblemException refused(String seconds) {
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS, List.of(), List.of(), Map.of(HttpHeaders.RETRY_AFTER, seconds), null);
    }
}
