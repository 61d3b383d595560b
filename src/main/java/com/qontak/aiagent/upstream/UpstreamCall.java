package com.qontak.aiagent.upstream;

import java.util.Locale;
import org.springframework.http.HttpMethod;

/** Every call this service makes to an upstream: its method, its path, and the kind of call it is limited with. */
public enum UpstreamCall {
    LIST_AGENTS(HttpMethod.GET, "agents", CallKind.MEKARI_AGENT_LIST),
    GET_AGENT(HttpMethod.GET, "agent", CallKind.MEKARI_AGENT_READ),
    CREATE_AGENT(HttpMethod.POST, "agents", CallKind.MEKARI_AGENT_WRITE),
    REPLACE_AGENT(HttpMethod.PUT, "agent", CallKind.MEKARI_AGENT_WRITE),
    DELETE_AGENT(HttpMethod.DELETE, "agent", CallKind.MEKARI_AGENT_WRITE),
    PUBLISH_AGENT(HttpMethod.POST, "publish", CallKind.MEKARI_AGENT_WRITE),
    PAUSE_AGENT(HttpMethod.POST, "pause", CallKind.MEKARI_AGENT_WRITE),
    LIST_VERSIONS(HttpMethod.GET, "versions", CallKind.MEKARI_AGENT_LIST),
    GET_VERSION(HttpMethod.GET, "version", CallKind.MEKARI_AGENT_READ),
    LIST_ACTIONS(HttpMethod.GET, "actions", CallKind.MEKARI_AGENT_ACTIONS),
    PREVIEW(HttpMethod.POST, "preview", CallKind.MEKARI_AGENT_PREVIEW),
    STREAM_PREVIEW(HttpMethod.POST, "preview", CallKind.MEKARI_AGENT_STREAM),
    DRAFT(HttpMethod.POST, "draft", CallKind.CHATBOT_AI_DRAFT),
    REFINE(HttpMethod.POST, "refine", CallKind.CHATBOT_AI_REFINE),
    LIST_DOCUMENTS(HttpMethod.GET, "documents", CallKind.NONCORE_MRAG_LIST),
    GET_DOCUMENT(HttpMethod.GET, "document", CallKind.NONCORE_MRAG_READ),
    ADD_DOCUMENT(HttpMethod.POST, "documents", CallKind.NONCORE_MRAG_WRITE),
    UPLOAD_DOCUMENT(HttpMethod.POST, "documents", CallKind.NONCORE_MRAG_UPLOAD),
    DELETE_DOCUMENT(HttpMethod.DELETE, "document", CallKind.NONCORE_MRAG_WRITE);

    private final HttpMethod method;
    private final String path;
    private final CallKind kind;

    UpstreamCall(HttpMethod method, String path, CallKind kind) {
        this.method = method;
        this.path = path;
        this.kind = kind;
    }

    /** @return its name in metrics and logs, such as {@code get-agent} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    HttpMethod method() {
        return method;
    }

    /** @return the name of its path in {@code upstream.<name>.paths} */
    String path() {
        return path;
    }

    CallKind kind() {
        return kind;
    }

    /**
     * @return whether it asks for a list that is always there, by nothing a caller wrote: that the upstream finds no such
     *     thing, or will not take it, is then never about what the caller sent
     */
    boolean isOurOwnQuestion() {
        return this == LIST_ACTIONS || this == LIST_DOCUMENTS;
    }

    /** @return whether repeating it changes nothing */
    boolean isSafe() {
        return method == HttpMethod.GET;
    }
}
