package com.qontak.aiagent.web;

import java.util.List;
import java.util.Map;

/**
 * The request that an example of a problem stands for.
 *
 * @param name the example's name in the document; calls with the same name share it
 * @param instance the path that was called
 * @param findings what was wrong with its input; empty unless the problem is the input
 */
record ExampleInput(String name, String instance, List<Finding> findings) {

    private static final String AGENTS = "/v2/ai_agents";
    private static final String AGENT = AGENTS + "/a1e00001-0000-4000-8000-000000000001";
    private static final String ANY_AGENT = AGENTS + "/{ai_agent_uuid}";

    private static final ExampleInput PACK = invalid(
            "pack",
            AGENTS,
            Finding.error("unknown_capability", "/capability_pack/routing/entry_capability_id", "sales"),
            Finding.error("duplicate_id", "/capability_pack/capabilities/1/capability_id", "order_status"),
            Finding.warning("no_handover", "/capability_pack"));
    private static final ExampleInput TREE = invalid(
            "tree",
            AGENTS + "/migrations",
            Finding.error("required", "/tree_diagram/tree/children/0/id", "id"),
            Finding.error("duplicate_id", "/tree_diagram/tree/children/1/id", "ui_2"));
    private static final ExampleInput PAGE = invalid(
            "page", AGENTS, Finding.error("invalid_format", "/per_page", 1, 100).worded("out_of_range"));
    private static final ExampleInput PERIOD = invalid(
            "period",
            "/impact/report",
            Finding.error("invalid_format", "/from", "2026-11-20", "2026-10-24").worded("period_reversed"));

    /** The calls whose input is neither a configuration nor a page nor a period. */
    static final Map<String, ExampleInput> INVALID = Map.of(
            "POST " + AGENTS + "/generate",
            invalid(
                    "prompt",
                    AGENTS + "/generate",
                    Finding.error("invalid_format", "/prompt", 20).worded("too_short")),
            "POST " + ANY_AGENT + "/preview",
            invalid("message", AGENT + "/preview", Finding.error("required", "/message", "message")),
            "POST " + ANY_AGENT + "/refine",
            invalid("message", AGENT + "/preview", Finding.error("required", "/message", "message")),
            "POST " + ANY_AGENT + "/refine/apply",
            invalid("changes", AGENT + "/refine/apply", Finding.error("change_does_not_apply", "/changes/0")),
            "POST " + ANY_AGENT + "/resources",
            invalid(
                    "resource",
                    AGENT + "/resources",
                    Finding.error("url_not_allowed", "/url").worded("url_not_allowed.private")),
            "POST " + AGENTS + "/migrations/preview",
            TREE,
            "POST " + AGENTS + "/migrations",
            TREE,
            "PUT /impact/settings",
            invalid(
                    "hours",
                    "/impact/settings",
                    Finding.error("invalid_format", "/business_hours/monday/0/open")
                            .worded("not_a_time")),
            "PUT /impact/cost_assumption",
            invalid(
                    "minutes",
                    "/impact/cost_assumption",
                    Finding.error("invalid_format", "/minutes_per_conversation").worded("not_minutes")));

    static ExampleInput of(String method, String path, ProblemType problem) {
        boolean agents = path.startsWith(AGENTS);
        if (problem == ProblemType.INVALID_INPUT) {
            ExampleInput other =
                    path.endsWith("/history") || method.equals("GET") && agents ? PAGE : agents ? PACK : PERIOD;
            return INVALID.getOrDefault(method + " " + path, other);
        }
        String name = (agents ? "" : "impact-") + problem.slug();
        List<Finding> findings = problem == ProblemType.UPSTREAM_REJECTED
                ? List.of(Finding.error("rejected", "/capability_pack/capabilities/0"))
                : List.of();
        return new ExampleInput(name, agents ? AGENT : "/impact/report", findings);
    }

    private static ExampleInput invalid(String of, String instance, Finding... findings) {
        return new ExampleInput(ProblemType.INVALID_INPUT.slug() + "-" + of, instance, List.of(findings));
    }
}
