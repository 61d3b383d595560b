package com.qontak.aiagent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows when a request has left all other filters, some of which still touch the answer on the way out. Whoever answers
 * from another thread must wait for that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeaveFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = LeaveFilter.class.getName();
    private static final Runnable LEFT = () -> {};

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
        request.setAttribute(ATTRIBUTE, waiting);
        try {
            chain.doFilter(request, response);
        } finally {
            Runnable action = waiting.getAndSet(LEFT);
            if (action != null) {
                action.run();
            }
        }
    }

    /**
     * Runs an action when the request leaves the filters, or at once if it has already.
     *
     * @param action what must not wait: whoever calls may serve other requests too
     */
    static void afterLeaving(HttpServletRequest request, Runnable action) {
        if (!waiting(request).compareAndSet(null, action)) {
            action.run();
        }
    }

    @SuppressWarnings("unchecked")
    private static AtomicReference<@Nullable Runnable> waiting(HttpServletRequest request) {
        return (AtomicReference<@Nullable Runnable>) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }
}
