package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** "Hand over earlier", "lebih cepat alihkan ke petugas": every way to a person opens sooner. */
final class HandOverEarlier implements Refinement {

    private static final List<String> WAYS = List.of(
            "hand over",
            "handover",
            "hand off",
            "escalate",
            "transfer",
            "person",
            "human",
            "alihkan",
            "serahkan",
            "teruskan",
            "sambungkan",
            "petugas",
            "manusia");
    private static final List<String> SOONER =
            List.of("earlier", "sooner", "faster", "immediately", "lebih cepat", "lebih awal", "segera", "langsung");

    @Override
    public Optional<String> apply(SkillPack pack, String message, Language language) {
        if (!Words.containsAny(message, WAYS) || !Words.containsAny(message, SOONER)) {
            return Optional.empty();
        }
        Language written = Language.of(pack.tree());
        String also = written.pick(", atau mengulang pertanyaan yang sama", ", or repeats the same question");
        ObjectNode before = pack.tree().deepCopy();
        pack.rules(true).stream()
                .filter(rule -> rule.path("then").path("type").asText().equals("performance_exit"))
                .forEach(rule -> widen(rule, also));
        pack.skills().forEach(skill -> {
            if (skill.path("performance_exit") instanceof ObjectNode exit) {
                widen(exit, also);
            }
        });
        if (before.equals(pack.tree())) {
            return Optional.of(language.pick(
                    "Percakapan sudah dialihkan seawal itu.", "Conversations go to a person that early already."));
        }
        return Optional.of(language.pick(
                "Percakapan kini juga dialihkan saat pelanggan mengulang pertanyaannya.",
                "Conversations now also go to a person when the customer repeats a question."));
    }

    private static void widen(ObjectNode condition, String also) {
        String when = condition.path("when").asText();
        if (!when.endsWith(also)) {
            condition.put("when", when + also);
        }
    }
}
