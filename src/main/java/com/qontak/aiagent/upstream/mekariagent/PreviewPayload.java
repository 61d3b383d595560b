package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.preview.PreviewReply;
import com.qontak.aiagent.agents.preview.PreviewTurn;
import com.qontak.aiagent.agents.preview.TraceStep;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tried turn as {@code mekari-agent} answers it whole. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PreviewPayload(@Nullable String sessionId, @Nullable String reply, @Nullable List<Step> trace) {

    /** What a preview sends. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(String message, @Nullable String sessionId, @Nullable ObjectNode skillPack) {

        static Request of(PreviewTurn turn) {
            return new Request(
                    turn.message(),
                    turn.sessionId(),
                    turn.unsavedPack()
                            .map(pack -> Vocabulary.translate(pack.tree()))
                            .orElse(null));
        }
    }

    /** A step of its trace. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Step(
            @Nullable String step,
            @Nullable String skillId,
            @Nullable String milestoneId,
            @Nullable String actionId,
            @Nullable String detail) {

        /** @throws RuntimeException if it does not say what was done */
        TraceStep toTraceStep() {
            return new TraceStep(
                    TraceStep.Kind.ofWord(Vocabulary.stepToPublic(Objects.requireNonNull(step))),
                    skillId,
                    milestoneId,
                    actionId,
                    detail);
        }
    }

    /** @throws RuntimeException if a field that must be there is missing */
    PreviewReply toReply() {
        return new PreviewReply(
                Objects.requireNonNull(sessionId),
                Objects.requireNonNull(reply),
                Objects.requireNonNullElse(trace, List.<Step>of()).stream()
                        .map(Step::toTraceStep)
                        .toList());
    }
}
