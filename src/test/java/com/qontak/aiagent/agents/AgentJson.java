package com.qontak.aiagent.agents;

/** An agent as {@code mekari-agent} answers it, and the pack as customers write it. */
public final class AgentJson {

    public static final String UUID = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";

    public static final String SKILL_PACK =
            """
            {"schema_version": 1,
             "profile": {"name": "Toko Maju", "role": "Shop", "language": "id", "tone": "friendly",
                         "instructions": "Use every skill you have", "model_tier": "standard"},
             "skills": [{"skill_id": "order_status", "name": "Check an order", "when_to_use": "where is my order",
                         "document_ids": ["doc_1"],
                         "milestones": [{"milestone_id": "ask", "name": "Ask", "instructions": "Ask for the number",
                                         "next": [{"when": "the number is known", "go_to": "done"}],
                                         "x_weight": 1.50}],
                         "performance_exit": {"when": "the customer is angry", "division": "support"}}],
             "routing": {"entry_skill_id": "order_status",
                         "rules": [{"rule_id": "r1", "scope": "global", "priority": 1, "when": "asks for a person",
                                    "then": {"type": "performance_exit", "division": "support"}}],
                         "fallback": {"type": "skill", "skill_id": "order_status"}}}""";

    public static final String CAPABILITY_PACK =
            """
            {"schema_version": 1,
             "profile": {"name": "Toko Maju", "role": "Shop", "language": "id", "tone": "friendly",
                         "instructions": "Use every skill you have", "engine_tier": "standard"},
             "capabilities": [{"capability_id": "order_status", "name": "Check an order",
                               "when_to_use": "where is my order", "resource_ids": ["doc_1"],
                               "checkpoints": [{"checkpoint_id": "ask", "name": "Ask",
                                                "instructions": "Ask for the number",
                                                "next": [{"when": "the number is known", "go_to": "done"}],
                                                "x_weight": 1.50}],
                               "handover": {"when": "the customer is angry", "division": "support"}}],
             "routing": {"entry_capability_id": "order_status",
                         "rules": [{"rule_id": "r1", "scope": "global", "priority": 1, "when": "asks for a person",
                                    "then": {"type": "handover", "division": "support"}}],
                         "fallback": {"type": "capability", "capability_id": "order_status"}}}""";

    private AgentJson() {}

    public static String agent(long organizationId, long version, String status) {
        return """
                {"agent_id": "%s", "organization_id": %d, "name": "Toko Maju", "status": "%s", "version": %d,
                 "live_version": null, "created_at": "2026-11-01T02:03:04Z", "updated_at": "2026-11-02T03:04:05Z",
                 "updated_by": "bot_builder-1", "skill_pack": %s, "x_new_upstream_field": 1}"""
                .formatted(UUID, organizationId, status, version, SKILL_PACK);
    }

    public static String save(String pack) {
        return "{\"name\": \"Toko Maju\", \"capability_pack\": " + pack + "}";
    }

    /** The agent's resources as {@code noncore-mrag} lists them. */
    public static String documents(String documentId) {
        return """
                {"documents": [{"document_id": "%s", "agent_id": "%s", "kind": "snippet", "title": "Opening hours",
                                "status": "ready", "skill_ids": [], "bytes": 12,
                                "created_at": "2026-11-01T02:03:04Z"}],
                 "total": 1}"""
                .formatted(documentId, UUID);
    }
}
