package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a tree diagram becomes, as far as that is a matter of choice. It is data, read at the start and checked; its
 * fields are described in {@code docs/migration.md}.
 *
 * @param language the language of {@code sentences}, which the agent made is told to speak: {@code id} or {@code en}
 * @param fallbackWithoutDefault the fallback of a tree that has none
 * @param exactContentTypes codes of content that is text alone
 * @param neutralNextIntentTypes what {@code next_intent_type} says when the children alone decide what comes next
 * @param divisionFields where an assignment may name its division, the first that does counts
 * @param choiceFields where buttons and lists have their words
 * @param switchFields what switches a component off when it is false
 * @param resolveAction the action that {@code auto_resolve} becomes
 * @param sentences what is written where the tree has no words of its own
 */
record MappingRules(
        String language,
        ObjectNode fallbackWithoutDefault,
        Set<String> exactContentTypes,
        Set<String> neutralNextIntentTypes,
        List<String> divisionFields,
        List<String> choiceFields,
        List<String> switchFields,
        String resolveAction,
        Map<Sentence, String> sentences) {

    /** @throws IllegalArgumentException if something is missing, or a sentence lacks a place for what it must name */
    MappingRules {
        require(Set.of("id", "en").contains(Objects.requireNonNullElse(language, "")), "language");
        require(fallbackWithoutDefault != null, "fallback_without_default");
        require(resolveAction != null && !resolveAction.isBlank(), "resolve_action");
        exactContentTypes = Set.copyOf(exactContentTypes);
        neutralNextIntentTypes = Set.copyOf(neutralNextIntentTypes);
        divisionFields = List.copyOf(divisionFields);
        choiceFields = List.copyOf(choiceFields);
        switchFields = List.copyOf(switchFields);
        sentences = Map.copyOf(sentences);
        for (Sentence sentence : Sentence.values()) {
            String text = sentences.getOrDefault(sentence, "");
            // Braces of its own could make a variable of what it names.
            require(
                    sentence.fits(text) && !text.contains("{{") && !text.contains("}}"),
                    "sentences." + sentence.word());
        }
    }

    /**
     * @param sentence which one
     * @param named what it names, in the order {@link Sentence} has it
     * @return the sentence with that in its places
     */
    String sentence(Sentence sentence, String... named) {
        return sentence.filled(Objects.requireNonNull(sentences.get(sentence)), named);
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("The rules of migration are not usable: " + field);
        }
    }
}
