package com.qontak.aiagent.agents.resources;

/** A document as {@code noncore-mrag} answers it, and the agent it belongs to. */
final class DocumentJson {

    static final String AGENT = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";
    static final String OTHER_AGENT = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c002";

    private DocumentJson() {}

    static String document(String status) {
        return """
                {"document_id": "doc_1", "agent_id": "%s", "kind": "file", "title": "skill.pdf", "status": "%s",
                 "error": null, "skill_ids": ["order_status"], "bytes": 48213, "created_at": "2026-11-01T02:03:04Z",
                 "x_new_upstream_field": 1}"""
                .formatted(AGENT, status);
    }

    static String agent(long organizationId) {
        return """
                {"agent_id": "%s", "organization_id": %d, "name": "Toko Maju", "status": "draft", "version": 1,
                 "live_version": null, "created_at": "2026-11-01T02:03:04Z", "updated_at": "2026-11-02T03:04:05Z",
                 "updated_by": null, "skill_pack": {"skills": [{"skill_id": "order_status"}]}}"""
                .formatted(AGENT, organizationId);
    }
}
