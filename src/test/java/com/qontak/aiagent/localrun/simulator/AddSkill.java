package com.qontak.aiagent.localrun.simulator;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Add a skill for …", "tambahkan kemampuan untuk …": a skill with a rule that leads to it. */
final class AddSkill implements Refinement {

    private static final int LONGEST_SUBJECT = 60;
    private static final Pattern WISH = Pattern.compile(
            "(?:\\badd\\b.*?\\b(?:skill|capability)\\b(?:\\s+(?:for|to|about))?"
                    + "|\\btambah(?:kan)?\\b.*?\\b(?:skill|kemampuan|kapabilitas)\\b(?:\\s+(?:untuk|tentang))?)"
                    + "\\s+(?<subject>[^.!?\\n]+)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> apply(SkillPack pack, String message, Language language) {
        Matcher wish = WISH.matcher(message);
        if (!wish.find()) {
            return Optional.empty();
        }
        String subject = wish.group("subject").replaceAll("[{}]", "").strip();
        Topic topic = Topic.in(subject).stream()
                .findFirst()
                .orElseGet(() -> Topic.about(subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT))));
        Language written = Language.of(pack.tree());
        String name = topic.in(written).name();
        if (pack.skill(topic.skillId()).isPresent()) {
            return Optional.of(name + language.pick(" sudah ada.", " is there already."));
        }
        pack.skillArray().add(SkillWriter.write(topic, written, List.of(), List.of()));
        pack.addGlobalRule(topic.in(written).whenToUse(), SkillPack.toSkill(topic.skillId()));
        return Optional.of(language.pick("Saya usulkan tambahan: ", "I propose to add: ") + name + ".");
    }
}
