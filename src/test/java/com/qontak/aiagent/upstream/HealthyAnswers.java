package com.qontak.aiagent.upstream;

/** What a healthy upstream answers to each call, for an agent whose pack uses an action and a document. */
final class HealthyAnswers {

    static final String AGENT = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";

    static final String SKILL_PACK =
            """
            {"schema_version": 1,
             "profile": {"name": "Toko Maju", "role": "Shop", "language": "id", "tone": "friendly",
                         "instructions": "Help", "model_tier": "standard"},
             "skills": [{"skill_id": "order_status", "name": "Check an order", "when_to_use": "where is my order",
                         "document_ids": ["doc_1"],
                         "milestones": [{"milestone_id": "ask", "name": "Ask", "instructions": "Ask for the number",
                                         "actions": [{"action_id": "create_ticket", "inputs": {}}],
                                         "next": [{"when": "the number is known", "go_to": "done"}]}],
                         "performance_exit": {"when": "the customer is angry", "division": "support"}}],
             "routing": {"entry_skill_id": "order_status", "rules": [],
                         "fallback": {"type": "skill", "skill_id": "order_status"}}}""";

    private static final String DOCUMENT =
            """
            {"document_id": "doc_1", "agent_id": "%s", "kind": "snippet", "title": "Opening hours",
             "status": "queued", "skill_ids": [], "bytes": 12, "created_at": "2026-11-01T02:03:04Z"}"""
                    .formatted(AGENT);

    private HealthyAnswers() {}

    /** The body, to a call of that organization for that path; empty for an answer without one. */
    static String body(UpstreamCall call, String organizationId, String path) {
        return switch (call) {
            case LIST_AGENTS -> "{\"agents\": [" + agent(organizationId, "draft", 3) + "], \"total\": 1}";
            case GET_AGENT -> agent(organizationId, "draft", 3);
            case CREATE_AGENT -> agent(organizationId, "draft", 1);
            case REPLACE_AGENT -> agent(organizationId, "draft", 4);
            case PUBLISH_AGENT -> agent(organizationId, "live", 3);
            case PAUSE_AGENT -> agent(organizationId, "paused", 3);
            case LIST_VERSIONS -> "{\"versions\": [" + agent(organizationId, "draft", 3) + "], \"total\": 1}";
            case GET_VERSION ->
                agent(organizationId, "draft", Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
            case LIST_ACTIONS ->
                "{\"actions\": [{\"action_id\": \"create_ticket\", \"group\": \"mekari_qontak\","
                        + " \"name\": \"Create a ticket\", \"inputs\": {\"type\": \"object\"},"
                        + " \"auth\": \"company_token\", \"state\": \"ready\"}], \"total\": 1}";
            case PREVIEW ->
                "{\"session_id\": \"ses_1\", \"reply\": \"Boleh\","
                        + " \"trace\": [{\"step\": \"skill\", \"skill_id\": \"order_status\"}]}";
            case STREAM_PREVIEW -> "{\"text\": \"Boleh\"}";
            case DRAFT -> "{\"skill_pack\": " + SKILL_PACK + ", \"notes\": []}";
            case REFINE ->
                "{\"reply\": \"Done\", \"skill_pack\": " + SKILL_PACK.replace("\"Help\"", "\"Help quickly\"") + "}";
            case LIST_DOCUMENTS -> "{\"documents\": [" + DOCUMENT + "], \"total\": 1}";
            case GET_DOCUMENT, ADD_DOCUMENT, UPLOAD_DOCUMENT -> DOCUMENT;
            case DELETE_AGENT, DELETE_DOCUMENT -> "";
        };
    }

    private static String agent(String organizationId, String status, int version) {
        return """
                {"agent_id": "%s", "organization_id": %s, "name": "Toko Maju", "status": "%s", "version": %d,
                 "live_version": null, "created_at": "2026-11-01T02:03:04Z", "updated_at": "2026-11-02T03:04:05Z",
                 "updated_by": null, "skill_pack": %s}"""
                .formatted(AGENT, organizationId, status, version, SKILL_PACK);
    }
}
