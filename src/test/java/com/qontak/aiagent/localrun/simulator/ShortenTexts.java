package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** "Make it shorter", "jawabannya terlalu panjang": the greeting and every instruction down to one sentence. */
final class ShortenTexts implements Refinement {

    private static final List<String> WISHES = List.of(
            "shorter",
            "shorten",
            "briefer",
            "concise",
            "too long",
            "lebih singkat",
            "lebih pendek",
            "persingkat",
            "ringkas",
            "terlalu panjang");

    @Override
    public Optional<String> apply(SkillPack pack, String message, Language language) {
        if (!Words.containsAny(message, WISHES)) {
            return Optional.empty();
        }
        ObjectNode before = pack.tree().deepCopy();
        shorten(pack.profile(), "greeting");
        shorten(pack.profile(), "instructions");
        pack.skills().forEach(skill -> SkillPack.milestones(skill).forEach(each -> shorten(each, "instructions")));
        if (before.equals(pack.tree())) {
            return Optional.of(language.pick("Teksnya sudah singkat.", "The texts are short already."));
        }
        return Optional.of(language.pick(
                "Sapaan dan petunjuk saya ringkas menjadi satu kalimat.",
                "I cut the greeting and the instructions down to one sentence each."));
    }

    private static void shorten(ObjectNode owner, String field) {
        String text = owner.path(field).asText();
        if (!text.isEmpty()) {
            owner.put(field, text.split("(?<=[.!?])\\s", 2)[0]);
        }
    }
}
