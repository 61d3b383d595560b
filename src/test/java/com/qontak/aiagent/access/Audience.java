package com.qontak.aiagent.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who may make a call. The rows are the whole policy: one for each operation of the API. */
enum Audience {
    EVERYBODY(false),
    BUILDERS(true, Role.SPECIALIST, Role.BOT_BUILDER, Role.ORG_ADMIN),
    SPECIALISTS(true, Role.SPECIALIST),
    READERS(false, Role.SPECIALIST, Role.ORG_ADMIN, Role.SUPERVISOR, Role.OWNER),
    DECIDERS(false, Role.ORG_ADMIN, Role.OWNER);

    private static final String ROWS =
            """
            BUILDERS    GET    /v2/ai_agents
            BUILDERS    POST   /v2/ai_agents
            BUILDERS    GET    /v2/ai_agents/actions
            SPECIALISTS GET    /v2/ai_agents/kpis
            BUILDERS    GET    /v2/ai_agents/schema
            BUILDERS    POST   /v2/ai_agents/generate
            SPECIALISTS POST   /v2/ai_agents/migrations
            SPECIALISTS POST   /v2/ai_agents/migrations/preview
            BUILDERS    POST   /v2/ai_agents/validate
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}
            BUILDERS    PUT    /v2/ai_agents/{ai_agent_uuid}
            BUILDERS    PATCH  /v2/ai_agents/{ai_agent_uuid}
            BUILDERS    DELETE /v2/ai_agents/{ai_agent_uuid}
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}/activity
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}/logic_map
            BUILDERS    POST   /v2/ai_agents/{ai_agent_uuid}/pause
            BUILDERS    POST   /v2/ai_agents/{ai_agent_uuid}/preview
            BUILDERS    POST   /v2/ai_agents/{ai_agent_uuid}/publish
            BUILDERS    POST   /v2/ai_agents/{ai_agent_uuid}/refine
            BUILDERS    POST   /v2/ai_agents/{ai_agent_uuid}/refine/apply
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}/resources
            BUILDERS    POST   /v2/ai_agents/{ai_agent_uuid}/resources
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}/resources/{resource_id}
            BUILDERS    DELETE /v2/ai_agents/{ai_agent_uuid}/resources/{resource_id}
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}/versions
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}/versions/{version}
            BUILDERS    GET    /v2/ai_agents/{ai_agent_uuid}/versions/{from}/diff/{to}
            BUILDERS    POST   /v2/ai_agents/{ai_agent_uuid}/versions/{version}/restore
            READERS     GET    /impact/after_hours
            READERS     GET    /impact/containment
            READERS     GET    /impact/conversations
            READERS     GET    /impact/cost_assumption
            DECIDERS    PUT    /impact/cost_assumption
            READERS     GET    /impact/cost_assumption/history
            READERS     GET    /impact/forecast
            READERS     GET    /impact/journey
            READERS     GET    /impact/reopen_curve
            READERS     GET    /impact/report
            READERS     GET    /impact/report.csv
            READERS     GET    /impact/report.html
            READERS     GET    /impact/sentiment
            READERS     GET    /impact/settings
            DECIDERS    PUT    /impact/settings
            READERS     GET    /impact/settings/history
            READERS     GET    /impact/trend
            READERS     GET    /impact/turns
            READERS     GET    /impact/waterfall
            READERS     GET    /impact/work_absorbed
            EVERYBODY   GET    /problems
            EVERYBODY   GET    /problems/{name}
            """;

    private final boolean needsTheBuilder;
    private final List<Role> roles;

    Audience(boolean needsTheBuilder, Role... roles) {
        this.needsTheBuilder = needsTheBuilder;
        this.roles = List.of(roles);
    }

    /** @return the audience of every operation, by method and path */
    static Map<String, Audience> byOperation() {
        Map<String, Audience> audiences = new TreeMap<>();
        ROWS.lines()
                .map(row -> row.split(" +"))
                .forEach(cells -> audiences.put(cells[1] + " " + cells[2], valueOf(cells[0])));
        return audiences;
    }

    boolean needsTheBuilder() {
        return needsTheBuilder;
    }

    List<Role> roles() {
        return roles;
    }
}
