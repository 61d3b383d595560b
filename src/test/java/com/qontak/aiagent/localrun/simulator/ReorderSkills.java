package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "Put … first", "move … before …", "pindahkan … ke atas": the skills in another order. */
final class ReorderSkills implements Refinement {

    private static final List<String> WISHES =
            List.of("move", "reorder", "first", "before", "pindahkan", "urutkan", "dahulukan", "sebelum");

    @Override
    public Optional<String> apply(SkillPack pack, String message, Language language) {
        List<ObjectNode> named = pack.skillsNamedIn(message);
        if (named.isEmpty() || !Words.containsAny(message, WISHES)) {
            return Optional.empty();
        }
        ObjectNode moved = named.get(0);
        List<ObjectNode> order = new ArrayList<>(pack.skills());
        order.remove(moved);
        order.add(named.size() > 1 ? order.indexOf(named.get(1)) : 0, moved);
        ArrayNode skills = pack.skillArray();
        skills.removeAll();
        skills.addAll(order);
        return Optional.of(language.pick("Urutannya saya ubah: ", "I propose another order, with an earlier place for ")
                + moved.path("name").asText()
                + language.pick(" lebih dahulu.", "."));
    }
}
