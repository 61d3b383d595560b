package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One turn of a customer with a pack, understood by shared words: global rules first, then the skill that fits best,
 * that skill's own rules and its way to a person, and at last its first milestone.
 */
final class Conversation {

    private final SkillPack pack;
    private final Language language;
    private final String message;
    private final boolean opening;
    private final List<ObjectNode> trace = new ArrayList<>();

    private Conversation(SkillPack pack, String message, boolean opening) {
        this.pack = pack;
        this.language = Language.of(pack.tree());
        this.message = message;
        this.opening = opening;
    }

    /** @param trace what led to the reply, in order */
    record Turn(String reply, List<ObjectNode> trace) {}

    /** @param opening whether nothing was said before: what fits nowhere then enters at the entry skill */
    static Turn turn(SkillPack pack, String message, boolean opening) {
        Conversation conversation = new Conversation(pack, message, opening);
        String reply = conversation.reply();
        conversation.step("answer", conversation.language.pick("Balasan dikirim", "The reply is sent"));
        return new Turn(reply, conversation.trace);
    }

    private String reply() {
        if (!pack.tree().path("profile").path("guardrails").isEmpty()) {
            step("guardrail", language.pick("Tidak ada batasan yang dilanggar", "No guardrail is touched"));
        }
        Optional<ObjectNode> rule = pack.rules(true).stream().filter(this::fits).findFirst();
        if (rule.isPresent()) {
            return follow(rule.get().path("then"), rule.get().path("when").asText());
        }
        return bestSkill()
                .or(() -> opening
                        ? pack.skill(pack.tree()
                                .path("routing")
                                .path("entry_skill_id")
                                .asText())
                        : Optional.empty())
                .map(skill -> enter(skill, skill.path("when_to_use").asText()))
                .orElseGet(() -> follow(
                        pack.tree().path("routing").path("fallback"),
                        language.pick("tidak ada yang cocok", "nothing else fits")));
    }

    private Optional<ObjectNode> bestSkill() {
        return pack.skills().stream().filter(skill -> score(skill) > 0).max(Comparator.comparingInt(this::score));
    }

    private int score(ObjectNode skill) {
        return Words.shared(
                message,
                String.join(
                        " ",
                        skill.path("name").asText(),
                        skill.path("when_to_use").asText(),
                        skill.path("description").asText()));
    }

    private boolean fits(JsonNode condition) {
        return Words.shared(message, condition.path("when").asText()) > 0;
    }

    private String follow(JsonNode target, String reason) {
        return switch (target.path("type").asText()) {
            case "skill" ->
                pack.skill(target.path("skill_id").asText())
                        .map(skill -> enter(skill, reason))
                        .orElseGet(() -> handOver(target, reason));
            case "end" -> language.pick("Terima kasih, sampai jumpa.", "Thank you, goodbye.");
            default -> handOver(target, reason);
        };
    }

    private String enter(ObjectNode skill, String reason) {
        String skillId = skill.path("skill_id").asText();
        step("route", reason).put("skill_id", skillId);
        Optional<ObjectNode> rule = pack.rules(false).stream()
                .filter(each -> each.path("skill_id").asText().equals(skillId) && fits(each))
                .filter(each -> !each.path("then").path("type").asText().equals("skill"))
                .findFirst();
        if (rule.isPresent()) {
            return follow(rule.get().path("then"), rule.get().path("when").asText());
        }
        if (fits(skill.path("performance_exit"))) {
            return handOver(
                    skill.path("performance_exit"),
                    skill.path("performance_exit").path("when").asText());
        }
        int documents = skill.path("document_ids").size();
        if (documents > 0) {
            step("retrieve", documents + language.pick(" dokumen dibaca", " documents read"))
                    .put("skill_id", skillId);
        }
        return SkillPack.milestones(skill).stream()
                .findFirst()
                .map(milestone -> reach(skillId, milestone))
                .orElse(skill.path("description").asText());
    }

    private String reach(String skillId, ObjectNode milestone) {
        String milestoneId = milestone.path("milestone_id").asText();
        step("milestone", milestone.path("name").asText())
                .put("skill_id", skillId)
                .put("milestone_id", milestoneId);
        Json.objects(milestone.path("actions"))
                .forEach(action -> step("action", action.path("inputs").toString())
                        .put("skill_id", skillId)
                        .put("milestone_id", milestoneId)
                        .put("action_id", action.path("action_id").asText()));
        String greeting = opening ? pack.tree().path("profile").path("greeting").asText() + " " : "";
        List<String> wanted = Json.objects(milestone.path("collect")).stream()
                .map(variable -> variable.path("description")
                        .asText(variable.path("name").asText()))
                .toList();
        if (wanted.isEmpty()) {
            return (greeting + milestone.path("instructions").asText()).strip();
        }
        return (greeting + language.pick("Boleh saya minta: ", "May I ask for: ") + String.join("; ", wanted) + "?")
                .strip();
    }

    private String handOver(JsonNode exit, String reason) {
        String division = exit.path("division").asText("support");
        step("performance_exit", reason + " → " + division);
        return exit.path("message")
                .asText(language.pick("Saya sambungkan ke tim ", "I am connecting you with a person of ")
                        + division
                        + language.pick(", mohon tunggu.", ", one moment please."));
    }

    private ObjectNode step(String step, String detail) {
        ObjectNode entry = Json.object().put("step", step).put("detail", detail);
        trace.add(entry);
        return entry;
    }
}
