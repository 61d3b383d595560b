package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Makes a skill of a topic: one milestone that asks, one that acts and answers, and the way to a person. */
final class SkillWriter {

    private static final String ASK = "ask_details";
    private static final String ANSWER = "answer";
    private static final Set<String> HEADLINES = Set.of("subject", "title");

    private SkillWriter() {}

    static ObjectNode write(Topic topic, Language language, List<ObjectNode> actions, List<String> documentIds) {
        Topic.Texts texts = topic.in(language);
        ArrayNode collect = Json.array();
        topic.variables()
                .forEach(variable -> collect.add(variable(
                        variable.name(), variable.type(), texts.variables().get(variable.name()))));
        ArrayNode calls = Json.array();
        actions.forEach(action -> calls.add(call(action, headline(topic, texts), collect)));

        ObjectNode ask = milestone(ASK, language.pick("Minta data", "Ask for the details"), texts.ask());
        ask.set("collect", collect);
        ask.set("next", next(language.pick("data sudah lengkap", "the details are known"), ANSWER));
        ObjectNode answer = milestone(ANSWER, language.pick("Beri jawaban", "Give the answer"), texts.answer());
        answer.set("actions", calls);
        answer.set("next", next(language.pick("pelanggan sudah terbantu", "the customer has been helped"), "done"));

        ObjectNode skill = Json.object()
                .put("skill_id", topic.skillId())
                .put("name", texts.name())
                .put("description", texts.description())
                .put("when_to_use", texts.whenToUse());
        skill.set("document_ids", Json.array(documentIds));
        skill.set("milestones", Json.array().add(ask).add(answer));
        return skill.set(
                "performance_exit",
                Json.object()
                        .put("when", texts.exitWhen())
                        .put("division", topic.division())
                        .put("message", texts.exitMessage()));
    }

    static ObjectNode variable(String name, String type, String description) {
        return Json.object()
                .put("name", name)
                .put("type", type)
                .put("required", true)
                .put("description", description);
    }

    private static String headline(Topic topic, Topic.Texts texts) {
        return texts.name() + " {{" + topic.variables().get(0).name() + "}}";
    }

    private static ObjectNode milestone(String id, String name, String instructions) {
        return Json.object().put("milestone_id", id).put("name", name).put("instructions", instructions);
    }

    private static ArrayNode next(String when, String goTo) {
        return Json.array().add(Json.object().put("when", when).put("go_to", goTo));
    }

    /** Gives an action what it needs, and lets the first milestone ask for what only the customer knows. */
    private static ObjectNode call(ObjectNode action, String headline, ArrayNode collect) {
        ObjectNode inputs = Json.object();
        for (String name : Json.texts(action.path("inputs").path("required"))) {
            JsonNode schema = action.path("inputs").path("properties").path(name);
            if (schema.has("default")) {
                inputs.set(name, schema.get("default"));
            } else if (schema.has("enum")) {
                inputs.set(name, schema.get("enum").get(0));
            } else if (HEADLINES.contains(name)) {
                inputs.put(name, headline);
            } else {
                inputs.put(name, "{{" + name + "}}");
                if (!collects(collect, name)) {
                    collect.add(variable(
                            name, type(schema), schema.path("description").asText()));
                }
            }
        }
        ObjectNode call =
                Json.object().put("action_id", action.path("action_id").asText());
        return call.set("inputs", inputs);
    }

    private static boolean collects(ArrayNode collect, String name) {
        return Json.objects(collect).stream()
                .anyMatch(variable -> variable.path("name").asText().equals(name));
    }

    private static String type(JsonNode schema) {
        if (schema.path("type").asText().equals("number")) {
            return "number";
        }
        String format = schema.path("format").asText();
        return Set.of("date", "email").contains(format) ? format : "string";
    }
}
