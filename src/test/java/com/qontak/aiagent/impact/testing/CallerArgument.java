package com.qontak.aiagent.impact.testing;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers an admin of one organization, with the request id of the {@code X-Request-Id} header. */
public record CallerArgument(long organizationId, String organizationName) implements HandlerMethodArgumentResolver {

    public CallerArgument(long organizationId) {
        this(organizationId, "Toko & <i>Maju</i>");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Organization organization =
                new Organization(organizationId, organizationName, "plus", 2, Organization.DEFAULT_TIME_ZONE);
        String requestId = request.getHeader("X-Request-Id");
        return new Caller("rina", Set.of(Role.ORG_ADMIN), organization, null, requestId == null ? "1" : requestId);
    }
}
