package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Turns the root and what stands around the tree into a profile: what the root says is the greeting. */
final class Beginning {

    private static final Set<String> KNOWN = Set.of("path_id", "name", "tree");

    private final TreeDiagram tree;
    private final MappingRules rules;
    private final Account account;
    private final NodeTexts texts;

    Beginning(TreeDiagram tree, MappingRules rules, Account account, NodeTexts texts) {
        this.tree = tree;
        this.rules = rules;
        this.account = account;
        this.texts = texts;
    }

    ObjectNode profile() {
        noteSettings();
        noteWhatHappensAtTheStart();
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        String name = Wording.name(tree.name());
        profile.put("name", name.isEmpty() ? rules.sentence(Sentence.UNTITLED_AGENT) : name);
        profile.put("language", rules.language());
        putUnlessEmpty(profile, "greeting", texts.greeting(tree.root()));
        putUnlessEmpty(profile, "instructions", texts.beside(tree.root()));
        return profile;
    }

    private static void putUnlessEmpty(ObjectNode profile, String field, String text) {
        if (!text.isEmpty()) {
            profile.put(field, text);
        }
    }

    private void noteSettings() {
        for (Map.Entry<String, JsonNode> field : tree.json().properties()) {
            JsonNode value = field.getValue();
            if (!KNOWN.contains(field.getKey()) && !value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                Remark remark =
                        switch (field.getKey()) {
                            case "channels" -> Remark.CHANNELS;
                            case "operational_time_type" -> Remark.OPERATIONAL_TIME;
                            default -> Remark.UNKNOWN_SETTING;
                        };
                account.noteDiagram(remark, field.getKey());
            }
        }
    }

    private void noteWhatHappensAtTheStart() {
        TreeNode root = tree.root();
        JsonNode components = root.json().path("components");
        if (texts.isSet(components.path("assignment")) || texts.isSet(components.path("auto_resolve"))) {
            account.note(root, Remark.AT_THE_START);
        }
        if (!root.children().isEmpty() && root.children().stream().noneMatch(TreeNode::isDefault)) {
            account.note(root, Remark.NO_DEFAULT);
        }
    }
}
