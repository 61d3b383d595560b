package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a pack: a second reading of its rules, apart from the code that makes packs. */
final class SkillPackFaults {

    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]+)}}");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> skillIds = new HashSet<>();
    private final Set<String> reached = new HashSet<>();

    private SkillPackFaults() {}

    /** @return every fault; none when the pack is sound */
    static List<String> of(JsonNode pack) {
        SkillPackFaults found = new SkillPackFaults();
        found.profile(pack.path("profile"));
        pack.path("skills").forEach(found::skill);
        found.variables(pack);
        found.routing(pack.path("routing"));
        return found.faults;
    }

    private void profile(JsonNode profile) {
        name(profile.path("name"), "profile");
        check(Set.of("id", "en").contains(profile.path("language").asText()), "language");
        check(
                Set.of("light", "standard", "advanced")
                        .contains(profile.path("model_tier").asText()),
                "model_tier");
        check(profile.path("instructions").asText().length() <= 10_000, "instructions too long");
    }

    private void skill(JsonNode skill) {
        String id = skill.path("skill_id").asText();
        id(id, skillIds);
        name(skill.path("name"), id);
        Set<String> milestoneIds = new HashSet<>();
        Set<String> entered = new HashSet<>();
        entered.add(skill.at("/milestones/0/milestone_id").asText());
        skill.path("milestones").forEach(milestone -> {
            id(milestone.path("milestone_id").asText(), milestoneIds);
            name(milestone.path("name"), id);
            milestone
                    .path("next")
                    .forEach(next -> entered.add(next.path("go_to").asText()));
            milestone.path("actions").forEach(action -> action((ObjectNode) action));
        });
        check(!milestoneIds.isEmpty(), id + " is empty");
        check(entered.contains("done"), id + " never ends");
        entered.remove("done");
        check(entered.equals(milestoneIds), id + " leads to " + entered + " of " + milestoneIds);
        condition(skill.path("performance_exit"), id);
    }

    private void action(ObjectNode action) {
        String id = action.path("action_id").asText();
        JsonNode required = new ActionCatalogue()
                .find(id)
                .map(known -> known.at("/inputs/required"))
                .orElseGet(Json::array);
        check(new ActionCatalogue().find(id).isPresent(), "unknown action " + id);
        required.forEach(name -> check(action.path("inputs").has(name.asText()), id + " lacks " + name));
    }

    private void variables(JsonNode pack) {
        Set<String> collected = Set.copyOf(pack.findValues("collect").stream()
                .flatMap(list -> list.findValuesAsText("name").stream())
                .toList());
        VARIABLE.matcher(pack.toString())
                .results()
                .map(match -> match.group(1))
                .forEach(name -> check(collected.contains(name), "unbound " + name));
    }

    private void routing(JsonNode routing) {
        reached.add(routing.path("entry_skill_id").asText());
        Set<String> ruleIds = new HashSet<>();
        Set<Integer> priorities = new HashSet<>();
        routing.path("rules").forEach(rule -> {
            id(rule.path("rule_id").asText(), ruleIds);
            check(priorities.add(rule.path("priority").asInt()), "priorities tie");
            condition(rule, rule.path("rule_id").asText());
            target(rule.path("then"));
        });
        target(routing.path("fallback"));
        check(routing.findValuesAsText("type").contains("performance_exit"), "nothing leads to a person");
        check(reached.equals(skillIds), "reached " + reached + " of " + skillIds);
    }

    private void target(JsonNode target) {
        switch (target.path("type").asText()) {
            case "skill" -> reached.add(target.path("skill_id").asText());
            case "performance_exit" -> check(!target.path("division").asText().isBlank(), "no division");
            case "end" -> check(target.size() == 1, "an end with more");
            default -> faults.add("unknown target " + target);
        }
    }

    private void id(String id, Set<String> others) {
        check(ID.matcher(id).matches(), "malformed id " + id);
        check(others.add(id), "duplicate id " + id);
    }

    private void name(JsonNode name, String owner) {
        check(!name.asText().isBlank() && name.asText().length() <= 120, "name of " + owner);
    }

    private void condition(JsonNode owner, String id) {
        check(Words.all(owner.path("when").asText()).size() > 1, "vague condition of " + id);
    }

    private void check(boolean sound, String fault) {
        if (!sound) {
            faults.add(fault);
        }
    }
}
