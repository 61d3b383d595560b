package com.qontak.aiagent.localrun.simulator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Rename the agent to …", "ganti nama agen menjadi …". */
final class RenameAgent implements Refinement {

    private static final int LONGEST_NAME = 120;
    private static final Pattern WISH = Pattern.compile(
            "(?:\\brename\\b.*?\\bto|\\bchange\\b.*?\\bname\\b.*?\\bto"
                    + "|\\b(?:ganti|ubah)\\b.*?\\bnama\\b.*?\\b(?:menjadi|jadi|ke))"
                    + "\\s+[\"'“]?(?<name>[^\"'”]+?)[\"'”]?[.!]?\\s*$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<String> apply(SkillPack pack, String message, Language language) {
        Matcher wish = WISH.matcher(message);
        if (!wish.find()) {
            return Optional.empty();
        }
        String name = wish.group("name").strip();
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        pack.profile().put("name", name);
        return Optional.of(
                language.pick("Saya ganti namanya menjadi ", "I propose to rename the assistant to ") + name + ".");
    }
}
