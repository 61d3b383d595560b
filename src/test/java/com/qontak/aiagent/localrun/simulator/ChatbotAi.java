package com.qontak.aiagent.localrun.simulator;

import static io.netty.handler.codec.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The calls of chatbot-ai: drafting a pack from a prompt, and refining one. */
final class ChatbotAi {

    private static final String REFUSED = "[cannot]";

    private final SkillPackDrafter drafter;
    private final SkillPackRefiner refiner = new SkillPackRefiner();
    private final Duration thinking;
    private final Scheduler scheduler;

    /** @param thinking how long an answer takes */
    ChatbotAi(SkillPackDrafter drafter, Duration thinking, Scheduler scheduler) {
        this.drafter = drafter;
        this.thinking = thinking;
        this.scheduler = scheduler;
    }

    Routes addTo(Routes routes) {
        return routes.on(POST, "/v1/draft-skill-pack", this::draft).on(POST, "/v1/refine-skill-pack", this::refine);
    }

    private Mono<Answer> draft(Call call) {
        return call.json().map(this::draft).delayElement(thinking, scheduler);
    }

    private Answer draft(ObjectNode body) {
        String prompt = text(body, "prompt");
        Language language = language(body.path("language"), prompt);
        if (prompt.contains(REFUSED) || prompt.codePoints().noneMatch(Character::isLetter)) {
            throw Refusal.invalid(
                    "cannot_draft",
                    language.pick(
                            "Permintaan ini tidak dapat disusun menjadi asisten.",
                            "No assistant can be drafted from this prompt."),
                    "/prompt");
        }
        SkillPackDrafter.Draft draft = drafter.draft(
                prompt, language, Json.texts(body.path("action_ids")), Json.texts(body.path("document_ids")));
        ObjectNode answer = Json.object().set("skill_pack", draft.skillPack());
        return Answer.ok(answer.set("notes", Json.array(draft.notes())));
    }

    private Mono<Answer> refine(Call call) {
        return call.json().map(this::refine).delayElement(thinking, scheduler);
    }

    private Answer refine(ObjectNode body) {
        String message = text(body, "message");
        if (!(body.path("skill_pack") instanceof ObjectNode skillPack)) {
            throw Refusal.invalid("required", "skill_pack must be an object", "/skill_pack");
        }
        SkillPackRefiner.Proposal proposal = refiner.refine(skillPack, message);
        return Answer.ok(Json.object().put("reply", proposal.reply()).set("skill_pack", proposal.skillPack()));
    }

    private static String text(ObjectNode body, String name) {
        JsonNode text = body.path(name);
        if (!text.isTextual() || text.asText().isBlank()) {
            throw Refusal.invalid("required", name + " must be a text", "/" + name);
        }
        return text.asText();
    }

    private static Language language(JsonNode asked, String prompt) {
        return switch (asked.asText("")) {
            case "id" -> Language.ID;
            case "en" -> Language.EN;
            case "" -> Language.detect(prompt);
            default -> throw Refusal.invalid("invalid_format", "language must be id or en", "/language");
        };
    }
}
