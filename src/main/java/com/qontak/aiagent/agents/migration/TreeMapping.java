package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pack of one tree. Each input under the root becomes a capability that a global rule leads to, the default one
 * what the fallback leads to; everything below it becomes checkpoints, level by level. What no longer fits into a
 * capability goes on in another as long as there is room for one.
 * <p>Without recursion, and in time linear in the size of the tree.
 */
final class TreeMapping {

    private static final String DONE = "done";
    private static final String ANY_ID = "x".repeat(64);

    private final TreeDiagram tree;
    private final MappingRules rules;
    private final Account account = new Account();
    private final NodeTexts texts;
    private final PackRoom room = new PackRoom();
    private final ArrayNode capabilities = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode routing = JsonNodeFactory.instance.objectNode();
    private final ArrayNode ruleList = JsonNodeFactory.instance.arrayNode();
    private final Map<String, Integer> takenIds = new HashMap<>();
    private final Deque<CapabilityDraft> open = new ArrayDeque<>();

    private TreeMapping(TreeDiagram tree, MappingRules rules) {
        this.tree = tree;
        this.rules = rules;
        this.texts = new NodeTexts(rules, account);
    }

    static Mapped map(TreeDiagram tree, MappingRules rules) {
        TreeMapping mapping = new TreeMapping(tree, rules);
        mapping.account.enter(tree.root());
        ObjectNode pack = JsonNodeFactory.instance.objectNode().put("schema_version", 1);
        ObjectNode profile = new Beginning(tree, rules, mapping.account, mapping.texts).profile();
        mapping.room.take(profile);
        pack.set("profile", profile);
        mapping.intents();
        while (!mapping.open.isEmpty()) {
            mapping.fill(mapping.open.remove());
        }
        pack.set("capabilities", mapping.capabilities);
        pack.set("routing", mapping.routing());
        return new Mapped(tree, new CapabilityPack(pack), mapping.account);
    }

    private void intents() {
        routing.set("fallback", rules.fallbackWithoutDefault().deepCopy());
        boolean hasDefault = false;
        for (TreeNode input : tree.root().children()) {
            intent(input, input.isDefault() && !hasDefault);
            if (input.isDefault() && hasDefault) {
                account.note(input, Remark.SECOND_DEFAULT);
            }
            hasDefault |= input.isDefault();
        }
    }

    private void intent(TreeNode input, boolean fallback) {
        if (!room.hasCapability() || !room.hasRule()) {
            leaveOut(input, room.hasCapability() ? Remark.TOO_MANY_RULES : Remark.TOO_MANY_CAPABILITIES);
            return;
        }
        account.enter(input);
        int number = capabilities.size() + 1;
        // Its first words name the capability.
        String condition = fallback ? texts.otherwise(input, 1) : texts.condition(input, number);
        CapabilityDraft capability = capability(texts.capabilityName(input, number), condition, input.children());
        ObjectNode rule = rule(null, condition, to(capability));
        if (!room.take(capability.json()) || !room.take(rule)) {
            leaveOut(input, Remark.PACK_FULL);
            return;
        }
        keep(capability);
        if (fallback) {
            routing.set("fallback", to(capability));
        } else {
            keep(rule);
        }
        if (input.children().isEmpty()) {
            account.note(input, Remark.LEADS_NOWHERE);
        }
    }

    private void fill(CapabilityDraft capability) {
        place(capability.entries(), capability);
        for (CapabilityDraft.Placed at = capability.next(); at != null; at = capability.next()) {
            handOver(at, capability);
            int number = 1;
            boolean hasDefault = false;
            for (TreeNode input : inOrder(at.response().children())) {
                step(input, input.isDefault() && !hasDefault, number++, at, capability);
                if (input.isDefault() && hasDefault) {
                    account.note(input, Remark.SECOND_DEFAULT);
                }
                hasDefault |= input.isDefault();
            }
            String following = at.following();
            if (following != null) {
                at.lead(rules.sentence(Sentence.AFTERWARDS), following);
            }
        }
    }

    /** The first condition that holds is taken, so the one that always holds comes last. */
    private static List<TreeNode> inOrder(List<TreeNode> inputs) {
        return Stream.concat(
                        inputs.stream().filter(input -> !input.isDefault()),
                        inputs.stream().filter(TreeNode::isDefault))
                .toList();
    }

    private void step(
            TreeNode input, boolean otherwise, int number, CapabilityDraft.Placed from, CapabilityDraft capability) {
        account.enter(input);
        String condition = otherwise ? texts.otherwise(input, 0) : texts.condition(input, number);
        boolean ends = input.children().isEmpty();
        if (!room.take(CapabilityDraft.step(condition, ends ? DONE : ANY_ID))) {
            leaveOut(input, Remark.PACK_FULL);
        } else if (ends) {
            account.note(input, Remark.LEADS_NOWHERE);
            from.lead(condition, DONE);
        } else if (capability.isFull()) {
            String when = rules.sentence(Sentence.AFTER_STEP, from.name(), condition);
            Remark why = goOnElsewhere(input.children(), when, input, capability);
            if (why != null) {
                leaveOut(input, why);
            }
        } else {
            String first = place(input.children(), capability);
            if (first == null) {
                account.leaveOut(input, Remark.PACK_FULL);
            } else {
                from.lead(condition, first);
            }
        }
    }

    /**
     * Goes on in another capability.
     *
     * @param responses what it begins with
     * @param when the rule leads there
     * @param before the node that says so in the report
     * @param full where there is no room left
     * @return why there is no room anywhere; null when there is
     */
    private @Nullable Remark goOnElsewhere(
            List<TreeNode> responses, String when, TreeNode before, CapabilityDraft full) {
        if (!room.hasCapability() || !room.hasRule()) {
            return room.hasCapability() ? Remark.TOO_MANY_RULES : Remark.TOO_MANY_CHECKPOINTS;
        }
        String name = Wording.name(rules.sentence(
                Sentence.CONTINUED,
                Wording.cut(full.name(), Wording.LONGEST_NAME / 2),
                Integer.toString(capabilities.size() + 1)));
        CapabilityDraft more = capability(name, when, responses);
        ObjectNode rule = rule(full, when, to(more));
        if (!room.take(more.json()) || !room.take(rule)) {
            return Remark.PACK_FULL;
        }
        account.note(before, Remark.CONTINUED, name);
        keep(more);
        keep(rule);
        return null;
    }

    /** Places what can be placed, and the rest elsewhere; answers where it begins, null when nothing could be placed. */
    private @Nullable String place(List<TreeNode> responses, CapabilityDraft capability) {
        CapabilityDraft.Placed first = null;
        CapabilityDraft.Placed before = null;
        ObjectNode following = CapabilityDraft.step(rules.sentence(Sentence.AFTERWARDS), ANY_ID);
        for (int index = 0; index < responses.size(); index++) {
            if (before != null && capability.isFull()) {
                placeElsewhere(responses.subList(index, responses.size()), before, capability);
                break;
            }
            TreeNode response = responses.get(index);
            account.enter(response);
            CapabilityDraft.Placed placed =
                    capability.checkpoint(response, texts.checkpoint(response, capability.size() + 1));
            if (!room.take(placed.json()) || before != null && !room.take(following)) {
                leaveOut(response, Remark.PACK_FULL);
                continue;
            }
            capability.place(placed);
            if (before != null) {
                before.followedBy(placed);
                account.note(response, Remark.IN_SEQUENCE);
            }
            first = first == null ? placed : first;
            before = placed;
        }
        return first == null ? null : first.id();
    }

    private void placeElsewhere(List<TreeNode> rest, CapabilityDraft.Placed before, CapabilityDraft full) {
        String when = rules.sentence(Sentence.AFTER_STEP, before.name(), rules.sentence(Sentence.AFTERWARDS));
        Remark why = goOnElsewhere(rest, when, before.response(), full);
        if (why != null) {
            rest.forEach(response -> leaveOut(response, why));
        }
    }

    private void handOver(CapabilityDraft.Placed at, CapabilityDraft capability) {
        String division = texts.division(at.response());
        if (division == null) {
            return;
        }
        String when = rules.sentence(Sentence.REACHED, at.name());
        ObjectNode to = JsonNodeFactory.instance.objectNode();
        if (capability.handsOver()) {
            to.put("type", "handover");
        } else {
            to.put("when", when);
        }
        if (!division.isEmpty()) {
            to.put("division", division);
        }
        ObjectNode part = capability.handsOver() ? rule(capability, when, to) : to;
        if (capability.handsOver() && !room.hasRule() || !room.take(part)) {
            account.note(at.response(), Remark.HANDOVER_LEFT_OUT);
        } else if (capability.handsOver()) {
            keep(part);
        } else {
            capability.json().set("handover", part);
        }
    }

    private CapabilityDraft capability(String name, String whenToUse, List<TreeNode> responses) {
        return new CapabilityDraft(Wording.id(name, "topic", takenIds), name, whenToUse, responses);
    }

    private void keep(CapabilityDraft capability) {
        room.takeCapability();
        capabilities.add(capability.json());
        open.add(capability);
    }

    /** A rule with the number it has if it is kept; the numbers give each a priority of its own. */
    private ObjectNode rule(@Nullable CapabilityDraft of, String when, ObjectNode then) {
        int number = ruleList.size() + 1;
        ObjectNode rule = JsonNodeFactory.instance.objectNode().put("rule_id", "r" + number);
        rule.put("scope", of == null ? "global" : "capability");
        if (of != null) {
            rule.put("capability_id", of.id());
        }
        rule.put("priority", number).put("when", when).set("then", then);
        return rule;
    }

    private void keep(ObjectNode rule) {
        room.takeRule();
        ruleList.add(rule);
    }

    private static ObjectNode to(CapabilityDraft capability) {
        return JsonNodeFactory.instance.objectNode().put("type", "capability").put("capability_id", capability.id());
    }

    private void leaveOut(TreeNode top, Remark why) {
        Deque<TreeNode> left = new ArrayDeque<>(List.of(top));
        while (!left.isEmpty()) {
            TreeNode node = left.remove();
            account.leaveOut(node, node == top ? why : Remark.ABOVE_LEFT_OUT);
            left.addAll(node.children());
        }
    }

    private ObjectNode routing() {
        if (!capabilities.isEmpty()) {
            routing.set("entry_capability_id", capabilities.path(0).path("capability_id"));
        }
        routing.set("rules", ruleList);
        return routing;
    }
}
