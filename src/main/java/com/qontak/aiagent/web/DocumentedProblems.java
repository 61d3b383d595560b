package com.qontak.aiagent.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Which kinds of problem an operation can answer. Most of it follows from its shape: what it takes, and who answers it.
 */
final class DocumentedProblems {

    /** What only these calls can answer, by method and path. */
    static final Map<String, Set<ProblemType>> OF_ONE_CALL = Map.of(
            "DELETE /v2/ai_agents/{ai_agent_uuid}", EnumSet.of(ProblemType.AGENT_IS_LIVE),
            "POST /v2/ai_agents/{ai_agent_uuid}/refine/apply", EnumSet.of(ProblemType.CHANGE_DEPENDS_ON),
            "POST /v2/ai_agents/{ai_agent_uuid}/publish", EnumSet.of(ProblemType.CONFLICT, ProblemType.INVALID_INPUT),
            "POST /v2/ai_agents/{ai_agent_uuid}/pause", EnumSet.of(ProblemType.CONFLICT),
            "POST /v2/ai_agents/{ai_agent_uuid}/versions/{version}/restore", EnumSet.of(ProblemType.INVALID_INPUT),
            "POST /v2/ai_agents/migrations", EnumSet.of(ProblemType.REQUEST_IN_PROGRESS));

    /** Calls under the agents that this service answers by itself, or at least without. */
    static final Set<String> WITHOUT_UPSTREAM =
            Set.of("GET /v2/ai_agents/schema", "GET /v2/ai_agents/kpis", "POST /v2/ai_agents/migrations/preview");

    private static final Set<ProblemType> OF_EVERY_CALL = EnumSet.of(
            ProblemType.MALFORMED_REQUEST,
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.WRONG_ORGANIZATION,
            ProblemType.ORIGIN_NOT_ALLOWED,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.INTERNAL_ERROR,
            ProblemType.DATABASE_UNAVAILABLE,
            ProblemType.IDENTITY_UNAVAILABLE);
    private static final Set<ProblemType> OF_A_BODY = EnumSet.of(
            ProblemType.PAYLOAD_TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            ProblemType.INVALID_INPUT,
            ProblemType.OVERLOADED);
    private static final Set<ProblemType> OF_AN_UPSTREAM = EnumSet.of(
            ProblemType.UPSTREAM_REFUSED,
            ProblemType.UPSTREAM_FAILED,
            ProblemType.UPSTREAM_UNAVAILABLE,
            ProblemType.UPSTREAM_TIMEOUT);

    private DocumentedProblems() {}

    /** In the order of {@link ProblemType}, so by status. */
    static Set<ProblemType> of(String method, String path, Operation operation) {
        String call = method + " " + path;
        Set<ProblemType> problems = EnumSet.noneOf(ProblemType.class);
        problems.addAll(OF_ONE_CALL.getOrDefault(call, Set.of()));
        if (path.contains("{")) {
            problems.add(ProblemType.NOT_FOUND);
        }
        if (path.startsWith("/problems")) {
            return problems;
        }
        problems.addAll(OF_EVERY_CALL);
        if (operation.getRequestBody() != null) {
            problems.addAll(OF_A_BODY);
        }
        if (path.startsWith("/v2/ai_agents")) {
            ofAgents(call, method, problems);
        }
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())
                .forEach(parameter -> ofParameter(parameter, problems));
        return problems;
    }

    private static void ofAgents(String call, String method, Set<ProblemType> problems) {
        problems.add(ProblemType.PLAN_NOT_ENTITLED);
        problems.add(ProblemType.AUTONOMOUS_MODE_NOT_ENABLED);
        if (!WITHOUT_UPSTREAM.contains(call)) {
            problems.addAll(OF_AN_UPSTREAM);
        }
        boolean sendsOn = !method.equals("GET") && !method.equals("DELETE") && !call.endsWith("/validate");
        if (sendsOn && !WITHOUT_UPSTREAM.contains(call)) {
            problems.add(ProblemType.UPSTREAM_REJECTED);
        }
    }

    private static void ofParameter(Parameter parameter, Set<ProblemType> problems) {
        if (parameter.getIn().equals("query")) {
            problems.add(ProblemType.INVALID_INPUT);
        } else if (parameter.getName().equals(HttpHeaders.IF_MATCH)) {
            problems.add(ProblemType.VERSION_MOVED_ON);
            if (parameter.getRequired()) {
                problems.add(ProblemType.IF_MATCH_REQUIRED);
            }
        } else if (parameter.getName().equals("Idempotency-Key")) {
            problems.add(ProblemType.REQUEST_IN_PROGRESS);
            problems.add(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
    }
}
