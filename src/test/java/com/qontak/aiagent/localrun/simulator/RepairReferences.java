package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pasted error about something unknown: steps that lead nowhere end, and values nobody asks for are asked for. */
final class RepairReferences implements Refinement {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");
    private static final List<String> ERRORS = List.of(
            "unknown milestone",
            "unknown checkpoint",
            "unknown variable",
            "unbound variable",
            "error",
            "tidak dikenal",
            "tidak ditemukan");

    @Override
    public Optional<String> apply(SkillPack pack, String message, Language language) {
        if (!Words.containsAny(message, ERRORS)) {
            return Optional.empty();
        }
        List<String> repaired = new ArrayList<>();
        pack.skills().forEach(skill -> {
            endSteps(skill, repaired);
            askForValues(pack, skill, repaired);
        });
        if (repaired.isEmpty()) {
            return Optional.of(language.pick(
                    "Saya tidak menemukan acuan yang salah dalam konfigurasi ini.",
                    "I find no broken reference in this configuration."));
        }
        return Optional.of(language.pick("Saya perbaiki: ", "I repaired: ") + String.join(", ", repaired) + ".");
    }

    private static void endSteps(ObjectNode skill, List<String> repaired) {
        List<ObjectNode> milestones = SkillPack.milestones(skill);
        Set<String> known = milestones.stream()
                .map(milestone -> milestone.path("milestone_id").asText())
                .collect(Collectors.toSet());
        known.add("done");
        milestones.forEach(milestone -> Json.objects(milestone.path("next")).forEach(step -> {
            String goTo = step.path("go_to").asText();
            if (!known.contains(goTo)) {
                step.put("go_to", "done");
                repaired.add(goTo);
            }
        }));
    }

    private static void askForValues(SkillPack pack, ObjectNode skill, List<String> repaired) {
        List<ObjectNode> milestones = SkillPack.milestones(skill);
        if (milestones.isEmpty()) {
            return;
        }
        Set<String> collected = pack.skills().stream()
                .flatMap(each -> SkillPack.milestones(each).stream())
                .flatMap(milestone -> Json.objects(milestone.path("collect")).stream())
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
        namesIn(skill).stream().filter(collected::add).forEach(name -> {
            milestones.get(0).withArray("collect").add(SkillWriter.variable(name, "string", name.replace('_', ' ')));
            repaired.add(name);
        });
    }

    private static List<String> namesIn(JsonNode node) {
        return VARIABLE.matcher(node.toString())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
