package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Answers what people say about a pack with a reply and the whole pack it proposes. */
final class SkillPackRefiner {

    private final List<Refinement> kinds = List.of(
            new RepairReferences(),
            new RenameAgent(),
            new AddSkill(),
            new ReorderSkills(),
            new HandOverEarlier(),
            new ShortenTexts());

    /** @param skillPack the proposed pack; equal to the sent one when the reply is all there is */
    record Proposal(String reply, ObjectNode skillPack) {}

    /** @param skillPack is left as it is */
    Proposal refine(ObjectNode skillPack, String message) {
        Language language = Language.detect(message);
        SkillPack proposed = new SkillPack(skillPack.deepCopy());
        for (Refinement kind : kinds) {
            Optional<String> reply = kind.apply(proposed, message, language);
            if (reply.isPresent()) {
                return new Proposal(reply.get(), proposed.tree());
            }
        }
        String reply = language.pick(
                "Konfigurasi belum saya ubah. Ceritakan apa yang seharusnya dilakukan asisten, atau tempelkan pesan"
                        + " kesalahannya.",
                "I have changed nothing yet. Tell me what the assistant should do instead, or paste the error.");
        return new Proposal(reply, proposed.tree());
    }
}
