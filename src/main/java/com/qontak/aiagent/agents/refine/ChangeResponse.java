package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.agents.pack.PackSection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Change} as it is answered, and as it is sent back to be applied.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PackChange", description = "One change that makes sense by itself. Send it back as it is to apply it.")
public record ChangeResponse(
        @Schema(description = "Names the change by its content.", example = "9f2b6c1d0e4a") String changeId,
        @Schema(description = "The part of the configuration it belongs to.") PackSection section,
        @Schema(
                        description = "The capability it belongs to or is about; absent when it is about none.",
                        example = "order_status")
                @Nullable
                String capabilityId,
        @Schema(
                        description = "The id of the capability, checkpoint or rule it adds, removes, replaces or"
                                + " moves; absent when it is about none.",
                        example = "ask_number")
                @Nullable
                String itemId,
        @Schema(description = "What it does at its place.") ChangeKind kind,
        @Schema(description = "RFC 6901 pointer to its place.", example = "/profile/greeting") String pointer,
        @Schema(
                        description = "What stood there; its index when it is moved. Absent when nothing stood there.",
                        example = "\"Hello! How can I help you today?\"")
                @Nullable
                JsonNode before,
        @Schema(
                        description = "What stands there then; its index when it is moved. Absent when it is removed.",
                        example = "\"Hello!\"")
                @Nullable
                JsonNode after,
        @Schema(description = "Where an added or moved item goes.") @Nullable Position position,
        @Schema(description = "What it does, in a sentence.", example = "Changes the greeting in the profile.")
                @Nullable
                String summary,
        @Schema(description = "The same as RFC 6902 operations.") List<Operation> operations,
        @Schema(
                        description =
                                "The ids of the changes without which this one cannot be applied; empty when it stands alone.",
                        example = "[]")
                @Nullable
                List<String> dependsOn) {

    /**
     * @param change a change
     * @param locale the reader's language
     * @return the change with its summary in that language
     */
    public static ChangeResponse of(Change change, Locale locale) {
        return new ChangeResponse(
                change.changeId(),
                change.section(),
                change.capabilityId(),
                change.itemId(),
                change.kind(),
                change.pointer(),
                change.before(),
                change.after(),
                change.position(),
                change.summary().in(locale),
                change.operations(),
                change.dependsOn());
    }

    /**
     * @return the change it was made of
     * @throws RuntimeException if a part that must be there is missing, or the section is none
     */
    Change toChange() {
        return new Change(
                Objects.requireNonNull(changeId),
                Objects.requireNonNull(section),
                capabilityId,
                itemId,
                Objects.requireNonNull(kind),
                Objects.requireNonNull(pointer),
                before,
                after,
                position,
                Objects.requireNonNull(operations),
                dependsOn == null ? List.of() : dependsOn,
                ChangeSummary.NONE);
    }
}
