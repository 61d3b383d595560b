package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns one node into the part of a pack it becomes, and notes what of it is lost. */
final class NodeTexts {

    private static final int MOST_CHOICES = 50;
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_TITLE = 60;
    private static final int MOST_NAMED = 5;
    private static final Set<String> COMPONENTS = Set.of("assignment", "auto_resolve", "idle_rule", "api");
    private static final Set<String> CONTENT = Set.of("content_text", "content_type_code");

    private final MappingRules rules;
    private final Account account;

    NodeTexts(MappingRules rules, Account account) {
        this.rules = rules;
        this.account = account;
    }

    /** What a bot response says and does as a checkpoint, its id still empty and without what comes next. */
    ObjectNode checkpoint(TreeNode response, int number) {
        ObjectNode checkpoint = JsonNodeFactory.instance.objectNode().put("checkpoint_id", "");
        checkpoint.put("name", checkpointName(response, number));
        String instructions = instructions(response);
        if (!instructions.isEmpty()) {
            checkpoint.put("instructions", instructions);
        }
        JsonNode resolve = response.json().path("components").path("auto_resolve");
        if (isSet(resolve)) {
            checkpoint
                    .putArray("actions")
                    .addObject()
                    .put("action_id", rules.resolveAction())
                    .putObject("inputs");
            if (resolve.isContainerNode()) {
                account.note(response, Remark.AUTO_RESOLVE_SETTINGS);
            }
        } else if (instructions.isEmpty() && !isSet(assignment(response))) {
            account.note(response, Remark.NOTHING_SAID);
        }
        return checkpoint;
    }

    /** What a bot response tells the customer, with what it offers to choose from; empty when nothing. */
    private String instructions(TreeNode response) {
        String said = said(response);
        String beside = beside(response);
        return cut(response, said + (said.isEmpty() || beside.isEmpty() ? "" : "\n\n") + beside);
    }

    /** What the first bot response says to the customer, word for word; empty when nothing. */
    String greeting(TreeNode root) {
        return cut(root, said(root));
    }

    private String said(TreeNode response) {
        return text(
                response, response.json().path("content").path("content_text").asText(""));
    }

    /** What a bot response is to keep in mind beside what it says; empty when nothing. */
    String beside(TreeNode response) {
        JsonNode json = response.json();
        List<String> parts = new ArrayList<>();
        String type = json.path("content").path("content_type_code").asText("");
        if (!type.isBlank() && !rules.exactContentTypes().contains(type)) {
            account.note(response, Remark.CONTENT_TYPE, Wording.name(type));
        }
        if (isSet(json.path("interactive"))) {
            String words = text(response, choices(json.path("interactive")));
            parts.add(words.isEmpty() ? "" : rules.sentence(Sentence.CHOICES, words));
            account.note(response, Remark.CHOICES);
        }
        JsonNode components = json.path("components");
        if (isSet(components.path("api"))) {
            parts.add(rules.sentence(Sentence.UNBOUND_CALL));
            account.note(response, Remark.API);
        }
        if (isSet(components.path("idle_rule"))) {
            account.note(response, Remark.IDLE_RULE);
        }
        String next = response.text("next_intent_type");
        if (!next.isBlank() && !rules.neutralNextIntentTypes().contains(next)) {
            account.note(response, Remark.NEXT_INTENT_TYPE, Wording.name(next));
        }
        unknownFields(response);
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** The division that takes over, possibly nobody in particular; null when nobody does. */
    @Nullable
    String division(TreeNode response) {
        JsonNode assignment = assignment(response);
        if (!isSet(assignment)) {
            return null;
        }
        JsonNode named = assignment.isObject()
                ? rules.divisionFields().stream()
                        .map(assignment::path)
                        .filter(field -> field.isIntegralNumber()
                                || field.isTextual() && !field.asText().isBlank())
                        .findFirst()
                        .orElse(assignment.path(""))
                : assignment;
        String division = named.isBoolean() ? "" : Wording.name(named.asText(""));
        if (division.isEmpty() && !assignment.isBoolean()) {
            account.note(response, Remark.DIVISION_UNCLEAR);
        } else if (assignment.properties().stream().anyMatch(field -> isSetting(field.getKey(), field.getValue()))) {
            account.note(response, Remark.ASSIGNMENT_SETTINGS);
        }
        return division;
    }

    // Whatever an assignment says beside who takes over, and whether anybody does.
    private boolean isSetting(String name, JsonNode value) {
        return !rules.divisionFields().contains(name) && !rules.switchFields().contains(name) && isSet(value);
    }

    /** When the first of the default inputs holds, of whose words only so many are kept elsewhere. */
    String otherwise(TreeNode input, int kept) {
        unknownFields(input);
        List<String> words = List.copyOf(words(input));
        if (words.size() > kept) {
            account.note(input, Remark.DEFAULT_WORDS);
        }
        words.stream().limit(kept).forEach(name -> {
            if (text(input, name).length() > Wording.LONGEST_NAME) {
                account.note(input, Remark.TOO_LONG);
            }
        });
        return rules.sentence(Sentence.OTHERWISE);
    }

    /** When a user input holds. */
    String condition(TreeNode input, int number) {
        unknownFields(input);
        Set<String> said = words(input);
        String words = text(input, String.join("; ", said));
        if (words.isEmpty()) {
            account.note(input, Remark.NO_WORDS);
            return rules.sentence(Sentence.CONDITION_WITHOUT_WORDS, Integer.toString(number));
        }
        if (words.length() > LONGEST_WORDS) {
            account.note(input, Remark.TOO_LONG);
        }
        return rules.sentence(Sentence.CONDITION, Wording.cut(words, LONGEST_WORDS));
    }

    /** What a capability made of a user input is called. */
    String capabilityName(TreeNode input, int number) {
        String title = words(input).stream().findFirst().map(Wording::name).orElse("");
        return title.isEmpty() ? rules.sentence(Sentence.UNTITLED_CAPABILITY, Integer.toString(number)) : title;
    }

    private String checkpointName(TreeNode response, int number) {
        String given = response.text("name").strip();
        String name = Wording.name(text(response, given));
        if (!name.isEmpty()) {
            if (given.length() > Wording.LONGEST_NAME) {
                account.note(response, Remark.TOO_LONG);
            }
            return name;
        }
        String said = Wording.name(
                response.json().path("content").path("content_text").asText(""));
        return said.isEmpty()
                ? rules.sentence(Sentence.UNTITLED_CHECKPOINT, Integer.toString(number))
                : Wording.cut(said, LONGEST_TITLE);
    }

    private static Set<String> words(TreeNode input) {
        Set<String> words = new LinkedHashSet<>();
        words.add(input.text("input").strip());
        for (JsonNode utterance : input.json().path("utterances")) {
            words.add(utterance.asText("").strip());
        }
        words.removeIf(word -> Wording.name(word).isEmpty());
        return words;
    }

    private String choices(JsonNode interactive) {
        Set<String> words = new LinkedHashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(interactive));
        while (!open.isEmpty() && words.size() < MOST_CHOICES) {
            JsonNode part = open.remove();
            part.forEach(open::add);
            rules.choiceFields().stream()
                    .map(part::path)
                    .filter(JsonNode::isTextual)
                    .map(word -> Wording.name(word.asText()))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        }
        return String.join(", ", words);
    }

    private String text(TreeNode node, String text) {
        if (Wording.hasVariables(text)) {
            account.note(node, Remark.VARIABLE);
        }
        return Wording.plain(text).strip();
    }

    private String cut(TreeNode node, String text) {
        if (text.length() > Wording.LONGEST_TEXT) {
            account.note(node, Remark.TOO_LONG);
        }
        return Wording.cut(text, Wording.LONGEST_TEXT);
    }

    private void unknownFields(TreeNode node) {
        Set<String> unknown = new LinkedHashSet<>();
        collect(node.json(), node.kind().fields(), unknown);
        if (node.kind() == NodeKind.BOT_RESPONSE) {
            collect(node.json().path("components"), COMPONENTS, unknown);
            collect(node.json().path("content"), CONTENT, unknown);
        }
        if (!unknown.isEmpty()) {
            account.note(node, Remark.UNKNOWN_FIELDS, String.join(", ", unknown));
        }
    }

    private static void collect(JsonNode json, Set<String> known, Set<String> unknown) {
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (unknown.size() < MOST_NAMED
                    && !known.contains(field.getKey())
                    && !field.getValue().isNull()) {
                unknown.add(Wording.cut(Wording.name(field.getKey()), LONGEST_TITLE));
            }
        }
    }

    private static JsonNode assignment(TreeNode response) {
        return response.json().path("components").path("assignment");
    }

    /** Whether a component is there and not switched off. */
    boolean isSet(JsonNode component) {
        if (component.isObject() && rules.switchFields().stream().anyMatch(off -> isFalse(component.path(off)))) {
            return false;
        }
        return component.isContainerNode()
                ? !component.isEmpty()
                : !component.isMissingNode()
                        && !component.isNull()
                        && !isFalse(component)
                        && !component.asText().isBlank();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }
}
