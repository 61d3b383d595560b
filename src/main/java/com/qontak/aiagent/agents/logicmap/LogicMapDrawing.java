package com.qontak.aiagent.agents.logicmap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a pack, valid or not: what cannot be read is left out, and so is a way to something that is not there. It takes
 * time linear in the size of the pack, but for its few rules, which are sorted.
 */
final class LogicMapDrawing {

    private static final String PACK = "/capability_pack";
    private static final String ENTRY = "entry";
    private static final String DONE = "done";

    private final JsonNode pack;
    private final UnaryOperator<String> texts;
    private final Map<String, MapNode> nodes = new LinkedHashMap<>();
    private final List<MapEdge> edges = new ArrayList<>();
    private final List<Capability> capabilities = new ArrayList<>();
    private final Map<String, Capability> capabilitiesById = new HashMap<>();

    private LogicMapDrawing(JsonNode pack, UnaryOperator<String> texts) {
        this.pack = pack;
        this.texts = texts;
    }

    /**
     * @param pack any JSON; left unchanged
     * @param texts gives the words for what nobody named: {@code start}, {@code end}, {@code person}, {@code otherwise}
     */
    static LogicMap of(JsonNode pack, UnaryOperator<String> texts) {
        LogicMapDrawing drawing = new LogicMapDrawing(pack, texts);
        drawing.nodes();
        drawing.routing(EdgeScope.GLOBAL);
        drawing.capabilities.forEach(drawing::capability);
        drawing.routing(EdgeScope.CAPABILITY);
        return new LogicMap(List.copyOf(drawing.nodes.values()), drawing.edges);
    }

    private void nodes() {
        add(ENTRY, NodeKind.ENTRY, texts.apply("start"), PACK + "/routing/entry_capability_id");
        Set<String> taken = new HashSet<>();
        int index = 0;
        for (JsonNode json : items(pack, "capabilities")) {
            String id = text(json, "capability_id");
            String pointer = PACK + "/capabilities/" + index;
            Capability capability = new Capability(
                    NodeIds.ofItem(id, index++, taken), json, pointer, new ArrayList<>(), new HashMap<>());
            capabilities.add(capability);
            capabilitiesById.putIfAbsent(id, capability);
            add(capability.nodeId(), NodeKind.CAPABILITY, named(json, id), pointer);
            checkpointNodes(capability);
        }
    }

    private void checkpointNodes(Capability capability) {
        Set<String> taken = new HashSet<>();
        int index = 0;
        for (JsonNode checkpoint : items(capability.json(), "checkpoints")) {
            String id = text(checkpoint, "checkpoint_id");
            String nodeId = capability.checkpoint(NodeIds.ofItem(id, index, taken));
            capability.nodeIds().add(nodeId);
            capability.nodeIdsById().putIfAbsent(id, nodeId);
            add(nodeId, NodeKind.CHECKPOINT, named(checkpoint, id), capability.pointer() + "/checkpoints/" + index++);
        }
    }

    private void routing(EdgeScope scope) {
        JsonNode routing = pack.path("routing");
        Capability entry = capabilitiesById.get(text(routing, "entry_capability_id"));
        if (scope == EdgeScope.GLOBAL && entry != null) {
            edges.add(MapEdge.routing(ENTRY, entry.nodeId(), scope, ""));
        }
        JsonNode rules = items(routing, "rules");
        IntStream.range(0, rules.size())
                .filter(index -> text(rules.path(index), "scope").equals(scope.word()))
                .boxed()
                .sorted(Comparator.comparing(index -> priority(rules.path(index))))
                .forEach(index -> rule(rules.path(index), scope, PACK + "/routing/rules/" + index));
        if (scope == EdgeScope.GLOBAL) {
            lead(ENTRY, routing.path("fallback"), scope, texts.apply("otherwise"), PACK + "/routing/fallback");
        }
    }

    private void rule(JsonNode rule, EdgeScope scope, String pointer) {
        Capability owner = capabilitiesById.get(text(rule, "capability_id"));
        if (scope == EdgeScope.GLOBAL || owner != null) {
            String from = scope == EdgeScope.GLOBAL || owner == null ? ENTRY : owner.nodeId();
            lead(from, rule.path("then"), scope, Label.of(text(rule, "when")), pointer + "/then");
        }
    }

    private void lead(String from, JsonNode target, EdgeScope scope, String label, String pointer) {
        Capability capability = capabilitiesById.get(text(target, "capability_id"));
        String to =
                switch (text(target, "type")) {
                    case "capability" -> capability == null ? null : capability.nodeId();
                    case "handover" -> handover(target, pointer);
                    case "end" -> end(pointer);
                    default -> null;
                };
        if (to != null) {
            edges.add(MapEdge.routing(from, to, scope, label));
        }
    }

    private void capability(Capability capability) {
        int index = 0;
        for (JsonNode checkpoint : items(capability.json(), "checkpoints")) {
            String nodeId = capability.nodeIds().get(index);
            if (index == 0) {
                edges.add(MapEdge.of(capability.nodeId(), nodeId, EdgeKind.NEXT, ""));
            }
            checkpoint(capability, checkpoint, nodeId, capability.pointer() + "/checkpoints/" + index++);
        }
        JsonNode handover = capability.json().path("handover");
        if (handover.isObject()) {
            String to = handover(handover, capability.pointer() + "/handover");
            edges.add(MapEdge.of(capability.nodeId(), to, EdgeKind.HANDOVER, Label.of(text(handover, "when"))));
        }
    }

    private void checkpoint(Capability capability, JsonNode checkpoint, String nodeId, String pointer) {
        int index = 0;
        for (JsonNode next : items(checkpoint, "next")) {
            String goTo = text(next, "go_to");
            String to = goTo.equals(DONE)
                    ? end(pointer + "/next/" + index)
                    : capability.nodeIdsById().get(goTo);
            index++;
            if (to != null) {
                edges.add(MapEdge.of(nodeId, to, EdgeKind.NEXT, Label.of(text(next, "when"))));
            }
        }
        index = 0;
        for (JsonNode action : items(checkpoint, "actions")) {
            String to = action(text(action, "action_id"), pointer + "/actions/" + index++);
            if (to != null) {
                edges.add(MapEdge.of(nodeId, to, EdgeKind.USES, ""));
            }
        }
    }

    private @Nullable String action(String id, String pointer) {
        return id.isBlank() ? null : add("action-" + NodeIds.ofName(id), NodeKind.ACTION, Label.of(id), pointer);
    }

    private String handover(JsonNode handover, String pointer) {
        String division = text(handover, "division");
        return division.isBlank()
                ? add("handover", NodeKind.HANDOVER, texts.apply("person"), pointer)
                : add("handover-" + NodeIds.ofName(division), NodeKind.HANDOVER, Label.of(division), pointer);
    }

    // Not "end", which is a word of Mermaid's own.
    private String end(String pointer) {
        return add("finish", NodeKind.END, texts.apply("end"), pointer);
    }

    private String add(String id, NodeKind kind, String label, String pointer) {
        nodes.putIfAbsent(id, new MapNode(id, kind, label.isEmpty() ? id : label, pointer));
        return id;
    }

    private static String named(JsonNode json, String id) {
        String name = Label.of(text(json, "name"));
        return name.isEmpty() ? Label.of(id) : name;
    }

    private static BigDecimal priority(JsonNode rule) {
        return rule.path("priority").decimalValue();
    }

    private static JsonNode items(JsonNode json, String field) {
        JsonNode items = json.path(field);
        return items.isArray() ? items : MissingNode.getInstance();
    }

    private static String text(JsonNode json, String field) {
        String text = json.path(field).textValue();
        return text == null ? "" : text;
    }

    /**
     * @param nodeIds of its checkpoints, in the order of the pack
     * @param nodeIdsById the same by the ids the pack gives them; of two alike, the first
     */
    private record Capability(
            String key, JsonNode json, String pointer, List<String> nodeIds, Map<String, String> nodeIdsById) {

        String nodeId() {
            return "capability-" + key;
        }

        String checkpoint(String checkpointKey) {
            return "checkpoint-" + key + "-" + checkpointKey;
        }
    }
}
