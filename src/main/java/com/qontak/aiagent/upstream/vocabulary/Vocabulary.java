package com.qontak.aiagent.upstream.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.qontak.aiagent.web.Pointers;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Translates between the public {@code capability_pack} and the upstream {@code skill_pack}, without loss.
 * <p>Only names of fields and the enumerated values of {@link Terms} change; what people wrote never does, nor do the
 * names inside an action's {@code inputs}, which belong to that action.
 */
public final class Vocabulary {

    // Longest words first, so that "skills" is not read as "skill" and a remaining "s".
    private static final Map<String, String> PROSE = Map.ofEntries(
            Map.entry("skill pack", "capability pack"),
            Map.entry("skills", "capabilities"),
            Map.entry("skill", "capability"),
            Map.entry("milestones", "checkpoints"),
            Map.entry("milestone", "checkpoint"),
            Map.entry("performance exit", "handover"),
            Map.entry("model tier", "engine tier"));
    private static final Pattern UPSTREAM_WORD = Pattern.compile(
            Stream.concat(Terms.TO_PUBLIC.keySet().stream(), PROSE.keySet().stream())
                    .distinct()
                    .sorted((left, right) -> right.length() - left.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "\\b(?:", ")\\b")),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UPSTREAM_STEM =
            Pattern.compile("skill|milestone|performance_exit|model_tier", Pattern.CASE_INSENSITIVE);

    private Vocabulary() {}

    /**
     * @param pack a pack in either vocabulary; not changed
     * @return the same pack in the other one: a new tree that shares the values it does not change
     */
    public static ObjectNode translate(ObjectNode pack) {
        return object(pack, Place.PACK);
    }

    /**
     * @param capability one capability of a pack in either vocabulary; not changed
     * @return the same as {@link #translate} makes of it in its pack
     */
    public static ObjectNode translateCapability(ObjectNode capability) {
        return object(capability, Place.CAPABILITY);
    }

    /**
     * @param value an enumerated value of a pack
     * @return the same in the other vocabulary
     */
    static String value(String value) {
        return Terms.VALUE_SWAP.getOrDefault(value, value);
    }

    /**
     * @param step the kind of a step in a preview's trace, in either vocabulary
     * @return the same in public words
     */
    public static String stepToPublic(String step) {
        return Terms.TO_PUBLIC.getOrDefault(step, step);
    }

    /**
     * @param path an RFC 6901 pointer into an upstream's request body, such as {@code /skill_pack/skills/0/skill_id}
     * @return the same place in the public body
     */
    public static String pointerToPublic(String path) {
        StringBuilder pointer = new StringBuilder();
        Place place = Place.ELSEWHERE;
        for (String step : path.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            String name = Pointers.unescape(step);
            boolean index = name.chars().allMatch(Character::isDigit);
            pointer.append('/')
                    .append(place == Place.OPAQUE ? step : Pointers.escape(Terms.TO_PUBLIC.getOrDefault(name, name)));
            place = name.equals("skill_pack") ? Place.PACK : index ? place.item() : place.field(name);
        }
        return pointer.toString();
    }

    /**
     * @param message what an upstream says of an input
     * @return the same in public words; empty if an upstream word remains
     */
    public static String messageToPublic(String message) {
        String translated = sentence(message, word -> false);
        return UPSTREAM_STEM.matcher(translated).find() ? "" : translated;
    }

    /**
     * @param note what a model says of something that people wrote
     * @param written what they wrote
     * @return the same in public words, but for words that stand in {@code written}: those are people's own. Nothing is
     *     withheld, since what remains ("upskilling") is a word of the language
     */
    public static String noteToPublic(String note, String written) {
        String own = written.toLowerCase(Locale.ROOT);
        return sentence(note, word -> own.contains(word.endsWith("s") ? word.substring(0, word.length() - 1) : word));
    }

    private static String sentence(String sentence, Predicate<String> stays) {
        return UPSTREAM_WORD.matcher(sentence).replaceAll(match -> {
            String word = match.group().toLowerCase(Locale.ROOT);
            return stays.test(word)
                    ? match.group()
                    : Terms.TO_PUBLIC.getOrDefault(word, PROSE.getOrDefault(word, word));
        });
    }

    private static JsonNode node(JsonNode node, Place place) {
        if (place == Place.OPAQUE || node.isValueNode()) {
            return node;
        }
        return node instanceof ObjectNode object ? object(object, place) : array((ArrayNode) node, place);
    }

    private static ObjectNode object(ObjectNode object, Place place) {
        ObjectNode translated = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            translated.set(
                    Terms.FIELD_SWAP.getOrDefault(name, name),
                    place.enumerates(name) && value.isTextual()
                            ? TextNode.valueOf(value(value.textValue()))
                            : node(value, place.field(name)));
        });
        return translated;
    }

    private static ArrayNode array(ArrayNode array, Place place) {
        ArrayNode translated = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(item -> translated.add(node(item, place.item())));
        return translated;
    }
}
