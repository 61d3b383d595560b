package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A pack in the upstream's words, and the ways to its parts; what a pack leaves out is read as empty. */
record SkillPack(ObjectNode tree) {

    ObjectNode profile() {
        return required(tree, "profile", ObjectNode.class);
    }

    ArrayNode skillArray() {
        return required(tree, "skills", ArrayNode.class);
    }

    List<ObjectNode> skills() {
        return Json.objects(tree.path("skills"));
    }

    Optional<ObjectNode> skill(String skillId) {
        return skills().stream()
                .filter(skill -> skill.path("skill_id").asText().equals(skillId))
                .findFirst();
    }

    /** @return the skills a message names by their name or id, in the order it names them */
    List<ObjectNode> skillsNamedIn(String message) {
        String text = String.join(" ", Words.all(message));
        return skills().stream()
                .filter(skill -> place(text, skill) >= 0)
                .sorted(Comparator.comparingInt(skill -> place(text, skill)))
                .toList();
    }

    static List<ObjectNode> milestones(ObjectNode skill) {
        return Json.objects(skill.path("milestones"));
    }

    ObjectNode routing() {
        return required(tree, "routing", ObjectNode.class);
    }

    /** @return the rules of this scope, the first to be tried first */
    List<ObjectNode> rules(boolean global) {
        return Json.objects(tree.path("routing").path("rules")).stream()
                .filter(rule -> rule.path("scope").asText().equals("global") == global)
                .sorted(Comparator.comparingInt(rule -> rule.path("priority").asInt()))
                .toList();
    }

    /** Adds a global rule after all others. */
    void addGlobalRule(String when, ObjectNode then) {
        Set<String> ids = new HashSet<>();
        JsonNode rules = routing().path("rules");
        rules.forEach(rule -> ids.add(rule.path("rule_id").asText()));
        String id = IntStream.iterate(rules.size() + 1, number -> number + 1)
                .mapToObj(number -> "r" + number)
                .filter(candidate -> !ids.contains(candidate))
                .findFirst()
                .orElseThrow();
        int last = rules(true).stream()
                .mapToInt(rule -> rule.path("priority").asInt())
                .max()
                .orElse(0);
        ObjectNode rule = Json.object().put("rule_id", id).put("scope", "global");
        rule.put("priority", last + 1).put("when", when).set("then", then);
        routing().withArray("rules").add(rule);
    }

    static ObjectNode toSkill(String skillId) {
        return Json.object().put("type", "skill").put("skill_id", skillId);
    }

    static ObjectNode toPerson(String division) {
        return Json.object().put("type", "performance_exit").put("division", division);
    }

    private static int place(String text, ObjectNode skill) {
        String padded = " " + text + " ";
        int byName = padded.indexOf(
                " " + String.join(" ", Words.all(skill.path("name").asText("?"))) + " ");
        int byId = padded.indexOf(
                " " + String.join(" ", Words.all(skill.path("skill_id").asText("?"))) + " ");
        return Math.max(byName, byId);
    }

    private static <T extends JsonNode> T required(ObjectNode parent, String name, Class<T> type) {
        JsonNode node = parent.path(name);
        if (!type.isInstance(node)) {
            throw Refusal.invalid(
                    "invalid_skill_pack", name + " is missing or of the wrong kind", "/skill_pack/" + name);
        }
        return type.cast(node);
    }
}
