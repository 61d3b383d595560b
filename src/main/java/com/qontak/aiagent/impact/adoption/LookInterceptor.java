package com.qontak.aiagent.impact.adoption;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Callers;
import com.qontak.aiagent.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notices when an organization's own admin or owner was shown figures. A specialist who looks on its behalf, a
 * supervisor, a refused request and the settings do not count; an answer that says nothing has changed does. The look
 * itself waits for nothing.
 */
@Configuration(proxyBeanMethods = false)
class LookInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    // Behind the interceptors that find out who is calling, and whether they may.
    private static final int ORDER = 30;

    private static final Set<Role> ADMINS = Set.of(Role.ORG_ADMIN, Role.OWNER);

    private final ReportLooks looks;
    private final Clock clock;

    LookInterceptor(ReportLooks looks, Clock clock) {
        this.looks = looks;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/impact/**")
                .excludePathPatterns("/impact/settings/**", "/impact/cost_assumption/**")
                .order(ORDER);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        boolean shown = response.getStatus() == HttpStatus.OK.value()
                || response.getStatus() == HttpStatus.NOT_MODIFIED.value();
        if (failure == null && shown && HttpMethod.GET.matches(request.getMethod())) {
            Callers.of(request).filter(LookInterceptor::isOwnAdmin).ifPresent(this::note);
        }
    }

    private static boolean isOwnAdmin(Caller caller) {
        return caller.actingFor() == null && caller.roles().stream().anyMatch(ADMINS::contains);
    }

    private void note(Caller caller) {
        Instant now = clock.instant();
        YearMonth month = YearMonth.from(now.atZone(caller.organization().timeZone()));
        looks.noted(caller.organizationId(), month, now).subscribe();
    }
}
