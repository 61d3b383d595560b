package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.KnownCallers;
import com.qontak.aiagent.access.limits.RequestLimits;
import com.qontak.aiagent.web.DirectAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.filter.OrderedFilter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The short way of the most frequent call, reading an agent: a plain request of a caller who is known already is
 * answered here, with all the duties and none of the general machinery in between. Whatever is out of the ordinary
 * goes the full way, to {@link AgentsController}; both ways answer the same.
 */
@Component
@Order(AgentReadFilter.BEFORE_THE_GENERAL_MACHINERY)
final class AgentReadFilter extends OncePerRequestFilter {

    // The first of it puts the request where anyone on this thread finds it, in vain on the short way.
    static final int BEFORE_THE_GENERAL_MACHINERY = OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER - 106;

    static final String PATTERN = "/v2/ai_agents/{ai_agent_uuid}";

    private static final Pattern AGENT =
            Pattern.compile("/v2/ai_agents/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
    private static final String TYPE = "(?:[a-z]+/(?:[a-z]+|\\*)|\\*/\\*)";
    private static final Pattern PLAIN_TYPES =
            Pattern.compile("(?:" + TYPE + " *, *)*(?:application/json|\\*/\\*)(?: *, *" + TYPE + ")*");
    private static final Pattern PLAIN_TAG = Pattern.compile("(W/)?\"\\d+\"");

    // In characters: matching takes time by the square of them.
    private static final int MOST_PLAIN = 200;

    private final KnownCallers callers;
    private final RequestLimits limits;
    private final AgentReading reading;
    private final DirectAnswers answers;
    private final LocaleResolver locales;

    AgentReadFilter(
            KnownCallers callers,
            RequestLimits limits,
            AgentReading reading,
            DirectAnswers answers,
            LocaleResolver locales) {
        this.callers = callers;
        this.limits = limits;
        this.reading = reading;
        this.answers = answers;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher address = AGENT.matcher(request.getRequestURI());
        Optional<Caller> caller = address.matches() && isPlain(request) ? callers.builder(request) : Optional.empty();
        if (caller.isPresent() && limits.admit(caller.get(), response)) {
            answer(caller.get(), UUID.fromString(address.group(1)), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void answer(Caller caller, UUID agent, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observed -> observed.setPathPattern(PATTERN));
        callers.admit(caller, request, response);
        try {
            answers.send(reading.read(caller, agent, locales.resolveLocale(request)), request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getContentLengthLong() <= 0
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                && request.getContentType() == null
                && isAbsentOr(PLAIN_TYPES, request.getHeader(HttpHeaders.ACCEPT))
                && isAbsentOr(PLAIN_TAG, request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private static boolean isAbsentOr(Pattern pattern, @Nullable String header) {
        return header == null
                || header.length() <= MOST_PLAIN && pattern.matcher(header).matches();
    }
}
