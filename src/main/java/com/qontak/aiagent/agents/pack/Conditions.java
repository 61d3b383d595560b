package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.PackOutline.Rule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Every condition says enough to be judged, and no global rule takes the condition of a capability's rule first. */
final class Conditions implements PackRule {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    @Override
    public void check(PackOutline pack, Findings findings) {
        pack.conditions().forEach(condition -> vague(condition, findings));
        shadowed(pack, findings);
    }

    private static void vague(Place condition, Findings findings) {
        String text = condition.text();
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            findings.add(PackFinding.EMPTY_CONDITION, condition);
        } else if (text.strip().codePoints().noneMatch(Character::isWhitespace)) {
            findings.add(PackFinding.VAGUE_CONDITION, condition);
        }
    }

    private static void shadowed(PackOutline pack, Findings findings) {
        Set<String> global = new HashSet<>();
        pack.rules().stream().filter(Rule::global).forEach(rule -> global.add(words(rule)));
        for (Rule rule : pack.rules()) {
            String words = words(rule);
            if (rule.capabilityId() != null && !words.isEmpty() && global.contains(words)) {
                findings.add(PackFinding.SHADOWED_RULE, rule.place(), words);
            }
        }
    }

    /** The words of a rule's condition alone, so that neither case nor punctuation makes two conditions differ. */
    private static String words(Rule rule) {
        String condition = rule.place().text("when");
        return condition == null
                ? ""
                : BETWEEN_WORDS
                        .matcher(condition.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip();
    }
}
