package com.qontak.aiagent.agents.migration;

import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.Pointers;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How much of a tree is in the pack.
 *
 * @param coverage mapped nodes of all nodes, in [0, 1], four places, half-up; a tree has at least its root
 */
@Schema(name = "MigrationReport", description = "How much of a tree diagram is in the configuration, and what is not.")
record MigrationReport(
        @Schema(description = "How many nodes are in the configuration as they are.", example = "41") int mapped,
        @Schema(description = "How many are in it with something lost or changed.", example = "3") int approximated,
        @Schema(description = "How many are not in it.", example = "0") int unmapped,
        @Schema(description = "`mapped` of all nodes, from 0 to 1, with four places.", example = "0.9318")
                BigDecimal coverage,
        @Schema(description = "Every node that is not exact, those above before those below.") List<InexactNode> nodes,
        @Schema(description = "What stands beside the tree and is not carried over.") List<InexactSetting> settings) {

    @Schema(name = "InexactNode", description = "A node that is not carried over exactly.")
    record InexactNode(
            @Schema(description = "The node's id in the tree.", example = "br_17") String id,
            @Schema(description = "What kind of node it is.") NodeKind kind,
            @Schema(
                            description = "RFC 6901 pointer to it in the request body.",
                            example = "/tree_diagram/tree/children/0/children/0")
                    String pointer,
            @Schema(
                            description = "`approximated` is in the configuration with something lost or changed,"
                                    + " `unmapped` is not in it.",
                            allowableValues = {"approximated", "unmapped"},
                            example = "approximated")
                    String outcome,
            @Schema(description = "Stable codes of the reasons.", example = "[\"idle_rule\"]") List<String> codes,
            @Schema(
                            description = "Why, in the caller's language.",
                            example = "What happens when the customer stays silent is not carried over.")
                    String reason,
            @Schema(
                            description = "What to do about it, in the caller's language.",
                            example = "Describe it in the instructions of this checkpoint, if it is still needed.")
                    String whatToDo) {}

    @Schema(name = "InexactSetting", description = "A setting beside the tree that is not carried over.")
    record InexactSetting(
            @Schema(description = "RFC 6901 pointer to it in the request body.", example = "/tree_diagram/channels")
                    String pointer,
            @Schema(description = "Stable code of the reason.", example = "channels") String code,
            @Schema(
                            description = "Why, in the caller's language.",
                            example = "An agent of the new kind is not bound to channels here.")
                    String reason,
            @Schema(
                            description = "What to do about it, in the caller's language.",
                            example = "Choose the channels when the agent goes live.")
                    String whatToDo) {}

    static MigrationReport of(Mapped mapped, Messages messages, Locale locale) {
        List<TreeNode> inexact = mapped.inexact();
        int all = mapped.tree().nodes().size();
        int unmapped = (int) inexact.stream().filter(mapped::isLeftOut).count();
        int exact = all - inexact.size();
        return new MigrationReport(
                exact,
                inexact.size() - unmapped,
                unmapped,
                BigDecimal.valueOf(exact).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP),
                worded(inexact, node -> node(mapped, node, messages, locale)),
                mapped.account().ofDiagram().stream()
                        .map(note -> setting(note, messages, locale))
                        .toList());
    }

    private static InexactNode node(Mapped mapped, TreeNode node, Messages messages, Locale locale) {
        List<Account.Note> notes = mapped.account().of(node);
        return new InexactNode(
                node.id(),
                node.kind(),
                node.pointer(),
                mapped.isLeftOut(node) ? "unmapped" : "approximated",
                notes.stream().map(note -> note.remark().code()).toList(),
                text(notes, "reason", messages, locale),
                text(notes, "to_do", messages, locale));
    }

    private static InexactSetting setting(Account.Note note, Messages messages, Locale locale) {
        List<Account.Note> notes = List.of(note);
        return new InexactSetting(
                TreeReader.DIAGRAM + "/" + Pointers.escape(note.about()),
                note.remark().code(),
                text(notes, "reason", messages, locale),
                text(notes, "to_do", messages, locale));
    }

    private static String text(List<Account.Note> notes, String part, Messages messages, Locale locale) {
        StringBuilder text = new StringBuilder();
        for (Account.Note note : notes) {
            String key = "migration." + note.remark().code() + "." + part;
            text.append(text.isEmpty() ? "" : " ").append(messages.text(key, locale, note.about()));
        }
        return text.toString();
    }

    /** Puts a node into words when it is written: pointers deep in a tree are long, and there may be many. */
    private static <T> List<T> worded(List<TreeNode> nodes, Function<TreeNode, T> words) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                return words.apply(nodes.get(index));
            }

            @Override
            public int size() {
                return nodes.size();
            }
        };
    }
}
