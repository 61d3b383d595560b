package com.qontak.aiagent.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The order in which the paths are read: that of the work, from a first draft to its effect. */
final class ReadingOrder {

    static final List<String> PATHS = List.of(
            "/v2/ai_agents/generate",
            "/v2/ai_agents/validate",
            "/v2/ai_agents/actions",
            "/v2/ai_agents/schema",
            "/v2/ai_agents",
            "/v2/ai_agents/{ai_agent_uuid}",
            "/v2/ai_agents/{ai_agent_uuid}/logic_map",
            "/v2/ai_agents/{ai_agent_uuid}/resources",
            "/v2/ai_agents/{ai_agent_uuid}/resources/{resource_id}",
            "/v2/ai_agents/{ai_agent_uuid}/preview",
            "/v2/ai_agents/{ai_agent_uuid}/refine",
            "/v2/ai_agents/{ai_agent_uuid}/refine/apply",
            "/v2/ai_agents/{ai_agent_uuid}/publish",
            "/v2/ai_agents/{ai_agent_uuid}/pause",
            "/v2/ai_agents/{ai_agent_uuid}/versions",
            "/v2/ai_agents/{ai_agent_uuid}/versions/{version}",
            "/v2/ai_agents/{ai_agent_uuid}/versions/{from}/diff/{to}",
            "/v2/ai_agents/{ai_agent_uuid}/versions/{version}/restore",
            "/v2/ai_agents/{ai_agent_uuid}/activity",
            "/v2/ai_agents/migrations/preview",
            "/v2/ai_agents/migrations",
            "/impact/report",
            "/impact/report.html",
            "/impact/report.csv",
            "/impact/containment",
            "/impact/waterfall",
            "/impact/reopen_curve",
            "/impact/trend",
            "/impact/forecast",
            "/impact/after_hours",
            "/impact/work_absorbed",
            "/impact/journey",
            "/impact/sentiment",
            "/impact/turns",
            "/impact/conversations",
            "/impact/settings",
            "/impact/settings/history",
            "/impact/cost_assumption",
            "/impact/cost_assumption/history",
            "/v2/ai_agents/kpis",
            "/problems",
            "/problems/{name}");

    private ReadingOrder() {}

    /** A path that is not in the order comes first, where it is noticed. */
    static Paths of(Paths paths) {
        Paths ordered = new Paths();
        paths.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, PathItem> path) -> PATHS.indexOf(path.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(path -> ordered.addPathItem(path.getKey(), path.getValue()));
        ordered.values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .forEach(body -> body.setContent(jsonFirst(body.getContent())));
        return ordered;
    }

    // What can be sent as it stands is what is shown.
    private static Content jsonFirst(Content content) {
        Content ordered = new Content();
        MediaType json = content.get(APPLICATION_JSON_VALUE);
        if (json != null) {
            ordered.addMediaType(APPLICATION_JSON_VALUE, json);
        }
        content.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
