package com.qontak.aiagent.agents.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way to a reply.
 *
 * @param step what was done
 * @param capabilityId the capability it concerns; null for none
 * @param checkpointId the checkpoint it concerns; null for none
 * @param actionId the action it concerns; null for none
 * @param detail what the runtime says of it; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TraceStep", description = "One step on the way to a reply, with the ids it concerns.")
public record TraceStep(
        @Schema(description = "What was done.") Kind step,
        @Schema(description = "The capability it concerns; absent for none.", example = "order_status") @Nullable
                String capabilityId,
        @Schema(description = "The checkpoint it concerns; absent for none.", example = "ask_number") @Nullable
                String checkpointId,
        @Schema(description = "The action it concerns; absent for none.", example = "create_ticket") @Nullable
                String actionId,
        @Schema(description = "What the runtime says of it.", example = "The customer asks where an order is") @Nullable
                String detail)
        implements PreviewEvent {

    /** What a step does. */
    public enum Kind {
        /** The conversation was led somewhere. */
        ROUTE,
        /** Resources were looked into. */
        RETRIEVE,
        /** An action was taken. */
        ACTION,
        /** A checkpoint was reached. */
        CHECKPOINT,
        /** A guardrail was held against the turn. */
        GUARDRAIL,
        /** The conversation was given to a person. */
        HANDOVER,
        /** The reply was made. */
        ANSWER,
        /** Something this service does not know yet. */
        OTHER;

        /** @return the name in JSON, such as {@code route} */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @param word a name in public words
         * @return the kind; {@link #OTHER} for one we do not know, so that its detail is still shown
         */
        public static Kind ofWord(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    @Override
    public String name() {
        return "trace";
    }
}
