package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Makes readable tree diagrams by chance: of any form, with odd texts, components and fields nobody knows. */
final class TreeGenerator {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Cek pesanan",
            "done",
            "Halo {{nama}}, {{{x}}}",
            "}} {{",
            "🙂🙂",
            "\ud83d",
            "\u0000\u2028",
            "ÄÖÜ 中文 ไทย",
            "{words} {step}",
            "a".repeat(300),
            "{{" + "x".repeat(12_000) + "}}");
    private static final List<String> COMPONENTS = List.of(
            "{}",
            "{'assignment': true}",
            "{'assignment': 'Support'}",
            "{'assignment': {'division_name': 'Sales {{x}}'}}",
            "{'assignment': {'x': [1]}, 'auto_resolve': {'after': 1}}",
            "{'auto_resolve': true, 'api': {'url': 'x'}}",
            "{'idle_rule': {'minutes': 3}, 'webhook': 1}",
            "{'assignment': null, 'auto_resolve': false, 'api': []}");

    private final Random random;
    private int ids;

    TreeGenerator(Random random) {
        this.random = random;
    }

    ObjectNode diagram() {
        int most = random.nextInt(6) == 0 ? 400 : 25;
        ObjectNode diagram = bushy(1 + random.nextInt(most));
        if (random.nextBoolean()) {
            diagram.put("name", text());
        }
        if (random.nextInt(3) == 0) {
            diagram.putArray("channels").add("whatsapp");
        }
        return diagram;
    }

    /** As many nodes as said, each below one that was made before; mostly near the top, or mostly far down. */
    ObjectNode bushy(int nodes) {
        ObjectNode diagram = Trees.JSON.createObjectNode().put("path_id", "p" + random.nextInt(100));
        boolean deep = random.nextBoolean();
        Deque<Open> open = new ArrayDeque<>();
        open.add(new Open(diagram.putObject("tree"), 1));
        fill(open.element().node, true);
        for (int made = 1; made < nodes; made++) {
            Open parent = deep ? open.peekLast() : open.peekFirst();
            if (random.nextInt(4) == 0 && open.size() > 1) {
                open.remove(parent);
                made--;
                continue;
            }
            ArrayNode children = parent.node.withArray("/children");
            Open child = new Open(children.addObject(), parent.level + 1);
            fill(child.node, child.level % 2 == 1);
            if (child.level < 200) {
                open.addLast(child);
            }
        }
        return diagram;
    }

    private void fill(ObjectNode node, boolean response) {
        node.put("id", "n" + ids++);
        if (response) {
            node.put("name", text());
            node.putObject("content")
                    .put("content_text", text())
                    .put("content_type_code", random.nextInt(8) == 0 ? "image" : "text");
            node.set("components", json(COMPONENTS.get(random.nextInt(COMPONENTS.size()))));
            if (random.nextInt(8) == 0) {
                node.set("interactive", json("{'button': {'buttons': [{'title': 'Ya {{x}}'}, {'title': ''}]}}"));
            }
        } else {
            node.put("input", text());
            node.putArray("utterances").add(text()).addNull();
            node.put("is_default", random.nextInt(5) == 0);
        }
        if (random.nextInt(10) == 0) {
            node.put("colour", 1);
        }
    }

    private String text() {
        return TEXTS.get(random.nextInt(random.nextInt(20) == 0 ? TEXTS.size() : TEXTS.size() - 1));
    }

    private static JsonNode json(String json) {
        return Trees.json(json);
    }

    private record Open(ObjectNode node, int level) {}
}
