package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers 422 to a query parameter given twice: joined by a comma, or cut to the first, the values would ask for what
 * nobody meant.
 */
@Configuration(proxyBeanMethods = false)
class OneValueEach implements HandlerInterceptor, WebMvcConfigurer {

    // Behind the interceptors that find out who is calling, and whether they may.
    private static final int ORDER = 20;

    private static final List<String> PARAMETERS = List.of(
            "from", "to", "channel", "ai_agent_id", "outcome", "after_hours", "window_hours", "page", "per_page");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/impact/**").order(ORDER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<Finding> repeated = PARAMETERS.stream()
                .filter(name -> isRepeated(request, name))
                .map(name -> Finding.error("invalid_format", "/" + name))
                .toList();
        if (!repeated.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, repeated);
        }
        return true;
    }

    private static boolean isRepeated(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length > 1;
    }
}
