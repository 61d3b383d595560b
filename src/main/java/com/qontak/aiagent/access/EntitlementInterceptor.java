package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a caller whose organization's plan or rollout does not include the autonomous agent. */
@Component
class EntitlementInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        CallerInterceptor.of(request).map(Caller::organization).ifPresent(EntitlementInterceptor::check);
        return true;
    }

    private static void check(Organization organization) {
        if (!organization.isEntitled()) {
            throw new ProblemException(ProblemType.PLAN_NOT_ENTITLED);
        }
        if (!organization.isAutonomousModeEnabled()) {
            throw new ProblemException(ProblemType.AUTONOMOUS_MODE_NOT_ENABLED);
        }
    }
}
