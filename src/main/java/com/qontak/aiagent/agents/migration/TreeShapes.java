package com.qontak.aiagent.agents.migration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a tree diagram, for the OpenAPI document alone: it is read as a tree, whatever else it holds. */
final class TreeShapes {

    private TreeShapes() {}

    @Schema(
            name = "TreeDiagram",
            description = "A legacy agent as the tree diagram exports it. Fields that are not described here are"
                    + " reported, not refused.")
    record Diagram(
            @Schema(
                            description = "What the tree diagram is known by: up to 255 visible ASCII characters, or a"
                                    + " whole number.",
                            example = "path_toko_maju")
                    String pathId,
            @Schema(description = "Its name.", example = "Toko Maju assistant") @Nullable String name,
            @Schema(
                            description = "The channels it is bound to; reported, not carried over.",
                            example = "[\"whatsapp\"]")
                    @Nullable
                    List<String> channels,
            @Schema(description = "When it works; reported, not carried over.", example = "always") @Nullable
                    String operationalTimeType,
            @Schema(description = "Where a conversation begins.") BotResponse tree) {}

    @Schema(name = "BotResponse", description = "What the legacy agent says or does. Becomes a checkpoint.")
    record BotResponse(
            @Schema(description = "Its id, among all of its kind.", example = "br_2") String id,
            @Schema(description = "Its name.", example = "Ask for the order number") @Nullable String name,
            @Schema(description = "What it says.") @Nullable Content content,
            @Schema(description = "What it does beside that.") @Nullable Components components,
            @Schema(
                            description = "The buttons or the list it offers.",
                            types = "object",
                            example = "{\"button\": {\"buttons\": [{\"title\": \"Cek pesanan\"}]}}")
                    @Nullable
                    Object interactive,
            @Schema(description = "What comes next, where that is not for the children to say.", example = "none")
                    @Nullable
                    String nextIntentType,
            @Schema(description = "What the customer may say then.") @Nullable List<UserInput> children) {}

    @Schema(name = "BotResponseContent", description = "What a bot response says.")
    record Content(
            @Schema(description = "The words.", example = "Boleh minta nomor pesanannya?") @Nullable String contentText,
            @Schema(description = "The kind of content.", example = "text") @Nullable String contentTypeCode) {}

    @Schema(
            name = "BotResponseComponents",
            description = "What a bot response does. Each is switched on by any value but `false` and nothing.")
    record Components(
            @Schema(
                            description = "Hands over to a division. Becomes a handover.",
                            types = "object",
                            example = "{\"division_name\": \"Support\"}")
                    @Nullable
                    Object assignment,
            @Schema(
                            description = "Closes the conversation. Becomes the action `resolve_conversation`.",
                            example = "true")
                    @Nullable
                    Object autoResolve,
            @Schema(description = "What happens when the customer stays silent; reported.", example = "null") @Nullable
                    Object idleRule,
            @Schema(description = "A call to another system, to be bound by hand.", example = "null") @Nullable
                    Object api) {}

    @Schema(
            name = "UserInput",
            description = "What the customer may say. At the top it becomes a capability, below that a condition.")
    record UserInput(
            @Schema(description = "Its id, among all of its kind.", example = "ui_1") String id,
            @Schema(description = "The words of the button or the choice.", example = "Cek pesanan") @Nullable
                    String input,
            @Schema(description = "Other ways to say it.", example = "[\"pesanan saya di mana\", \"status pesanan\"]")
                    @Nullable
                    List<String> utterances,
            @Schema(description = "Whether it holds where nothing else does.", example = "false") @Nullable
                    Boolean isDefault,
            @Schema(description = "What the agent answers.") @Nullable List<BotResponse> children) {}
}
