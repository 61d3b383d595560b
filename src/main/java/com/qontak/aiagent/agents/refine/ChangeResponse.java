package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.PackSection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Change} as it is answered, its summary in the reader's language.
 *
 * @param changeId names the change by its content
 * @param section the part of the pack it belongs to
 * @param capabilityId the capability it belongs to; null outside the capabilities
 * @param kind what it does
 * @param pointer its place in the pack it starts from; for an addition, in the one it leads to
 * @param before what stood there; its index when it is moved; absent when nothing stood there
 * @param after what stands there then; its index when it is moved; absent when nothing does
 * @param summary what it does, in a sentence
 * @param operations the same as RFC 6902 operations, to be applied in the order of the changes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PackChange", description = "One difference between two configurations that makes sense by itself.")
public record ChangeResponse(
        @Schema(description = "Names the change by its content.", example = "3f2a90c1d45b7e60718293a4") String changeId,
        @Schema(description = "The part of the configuration it belongs to.") PackSection section,
        @Schema(description = "The capability it belongs to.", example = "order_status") @Nullable String capabilityId,
        @Schema(description = "What it does.") ChangeKind kind,
        @Schema(description = "RFC 6901 pointer to its place in the configuration.", example = "/profile/tone")
                String pointer,
        @Schema(description = "What stood there; absent when nothing did.", example = "friendly") @Nullable
                JsonNode before,
        @Schema(description = "What stands there then; absent when nothing does.", example = "formal") @Nullable
                JsonNode after,
        @Schema(description = "What it does, in the caller's language.") String summary,
        @Schema(description = "The same as RFC 6902 operations, to be applied in the order of the changes.")
                List<Operation> operations) {

    /**
     * @param change a change
     * @param locale the reader's language
     * @return the change as it is answered
     */
    public static ChangeResponse of(Change change, Locale locale) {
        return new ChangeResponse(
                change.changeId(),
                change.section(),
                change.capabilityId(),
                change.kind(),
                change.pointer(),
                change.before(),
                change.after(),
                change.summary().in(locale),
                change.operations());
    }
}
