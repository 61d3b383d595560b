package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.preview.PreviewEvent;
import com.qontak.aiagent.agents.preview.TraceStep;
import com.qontak.aiagent.upstream.UpstreamEvent;
import com.qontak.aiagent.upstream.UpstreamTexts;
import com.qontak.aiagent.web.ProblemType;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An event of a tried turn as {@code mekari-agent} tells it. */
record PreviewEventPayload(String name, ObjectNode data) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9_-]{1,64}");

    static PreviewEventPayload of(UpstreamEvent event) {
        return new PreviewEventPayload(event.name(), event.data());
    }

    /**
     * @return the event in public words; empty for one we do not know, which a caller could not know either
     * @throws IllegalArgumentException if a field that must be there is missing
     */
    Optional<PreviewEvent> toEvent() {
        return switch (name) {
            case "token" -> Optional.of(new PreviewEvent.Token(required("text")));
            case "trace" -> Optional.of(trace());
            case "done" -> Optional.of(new PreviewEvent.Done(required("session_id"), required("reply")));
            case "error" -> Optional.of(failure());
            default -> Optional.empty();
        };
    }

    private TraceStep trace() {
        return new PreviewPayload.Step(
                        required("step"),
                        optional("skill_id"),
                        optional("milestone_id"),
                        optional("action_id"),
                        optional("detail"))
                .toTraceStep();
    }

    private PreviewEvent failure() {
        PreviewEvent general = PreviewEvent.Failure.of(ProblemType.UPSTREAM_FAILED);
        return UpstreamTexts.tellable(data.path("message").asText(""))
                .<PreviewEvent>map(message -> new PreviewEvent.Failure(code(), message))
                .orElse(general);
    }

    private String code() {
        return UpstreamTexts.tellable(data.path("code").asText(""))
                .filter(code -> CODE.matcher(code).matches())
                .orElse(ProblemType.UPSTREAM_FAILED.slug());
    }

    private String required(String field) {
        String text = optional(field);
        if (text == null) {
            throw new IllegalArgumentException("No " + field + " in the event " + name);
        }
        return text;
    }

    private @Nullable String optional(String field) {
        JsonNode value = data.path(field);
        return value.isTextual() ? value.textValue() : null;
    }
}
