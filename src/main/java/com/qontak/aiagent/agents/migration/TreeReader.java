package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.web.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one tree diagram and checks its shape: without recursion, in time linear in its size, and no further than its
 * limits. Fields that are not known are left to the report.
 */
final class TreeReader {

    static final String DIAGRAM = "/tree_diagram";
    static final String TREE = DIAGRAM + "/tree";
    static final int MOST_LEVELS = 200;
    static final int MOST_NODES = 20_000;
    static final int MOST_FIELDS = 1_000;

    private static final int MOST_FINDINGS = 100;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_QUOTE = 80;
    private static final Pattern PATH_ID = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final List<Finding> findings = new ArrayList<>();
    private final List<TreeNode> nodes = new ArrayList<>();
    private final Set<String> responseIds = new HashSet<>();
    private final Set<String> inputIds = new HashSet<>();

    private TreeReader() {}

    /**
     * @param diagram the tree diagram, or null when the request has none
     * @param found takes what is wrong with it, at most 100 findings
     * @return the tree; null when anything is wrong
     */
    static @Nullable TreeDiagram read(@Nullable JsonNode diagram, List<Finding> found) {
        TreeReader reader = new TreeReader();
        TreeDiagram read = reader.read(diagram);
        found.addAll(reader.findings);
        return reader.findings.isEmpty() ? read : null;
    }

    private @Nullable TreeDiagram read(@Nullable JsonNode diagram) {
        if (diagram == null || diagram.isNull()) {
            required(DIAGRAM);
            return null;
        }
        if (!diagram.isObject()) {
            wrong(DIAGRAM, "object");
            return null;
        }
        if (diagram.size() > MOST_FIELDS) {
            add(Finding.error("too_many", DIAGRAM, MOST_FIELDS).worded("migration_fields"));
            return null;
        }
        String pathId = id(diagram.path("path_id"), DIAGRAM + "/path_id");
        if (pathId != null && !PATH_ID.matcher(pathId).matches()) {
            add(Finding.error("invalid_format", DIAGRAM + "/path_id", LONGEST_ID)
                    .worded("migration_path_id"));
        }
        text(diagram, "name", DIAGRAM);
        list(diagram, "channels", DIAGRAM);
        if (diagram.path("tree").isMissingNode() || diagram.path("tree").isNull()) {
            required(TREE);
            return null;
        }
        nodes(diagram.path("tree"));
        return pathId == null || nodes.isEmpty()
                ? null
                : new TreeDiagram(pathId, diagram.path("name").asText(""), diagram, nodes);
    }

    private void nodes(JsonNode tree) {
        Deque<TreeNode> open = new ArrayDeque<>();
        node(tree, null, 0, open);
        while (!open.isEmpty() && findings.size() < MOST_FINDINGS) {
            TreeNode parent = open.remove();
            JsonNode children = parent.json().path("children");
            if (children.isEmpty()) {
                continue;
            }
            if (parent.level() == MOST_LEVELS) {
                add(Finding.error("too_deep", parent.pointer() + "/children", MOST_LEVELS));
                return;
            }
            if (nodes.size() + children.size() > MOST_NODES) {
                add(Finding.error("too_many", TREE, MOST_NODES).worded("migration_nodes"));
                return;
            }
            int index = 0;
            for (JsonNode child : children) {
                node(child, parent, index++, open);
            }
        }
    }

    private void node(JsonNode json, @Nullable TreeNode parent, int index, Deque<TreeNode> open) {
        NodeKind kind = parent == null ? NodeKind.BOT_RESPONSE : parent.kind().ofChildren();
        TreeNode unchecked = new TreeNode(kind, "", json, parent, index);
        if (findings.size() >= MOST_FINDINGS) {
            return;
        }
        if (!json.isObject()) {
            wrong(unchecked.pointer(), "object");
            return;
        }
        int before = findings.size();
        String id = shape(unchecked);
        if (findings.size() > before || id == null) {
            return;
        }
        TreeNode node = new TreeNode(kind, id, json, parent, index);
        if (parent != null) {
            parent.add(node);
        }
        nodes.add(node);
        open.add(node);
    }

    private @Nullable String shape(TreeNode node) {
        JsonNode json = node.json();
        // Pointers may be long, so they are put together only where something is wrong.
        if (!isId(json.path("id")) || !Shapes.right(node.kind(), json)) {
            Shapes.wrong(node.kind(), json).forEach((field, shape) -> wrong(node.pointer() + "/" + field, shape));
            return id(json.path("id"), node.pointer() + "/id");
        }
        // They come from two tables, which number their rows alike.
        String id = json.path("id").asText();
        Set<String> taken = node.kind() == NodeKind.BOT_RESPONSE ? responseIds : inputIds;
        if (!taken.add(id)) {
            add(Finding.error("duplicate_id", node.pointer() + "/id", quote(id)));
        }
        return id;
    }

    private @Nullable String id(JsonNode id, String pointer) {
        if (id.isMissingNode() || id.isNull() || id.isTextual() && id.asText().isBlank()) {
            required(pointer);
            return null;
        }
        if (!isId(id)) {
            add(Finding.error("invalid_format", pointer, LONGEST_ID).worded("migration_id"));
            return null;
        }
        return id.asText();
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() && !id.asText().isBlank() && id.asText().length() <= LONGEST_ID
                || id.isIntegralNumber() && id.canConvertToLong();
    }

    private void text(JsonNode json, String field, String pointer) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            wrong(pointer + "/" + field, "text");
        }
    }

    private void list(JsonNode json, String field, String pointer) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            wrong(pointer + "/" + field, "list");
        }
    }

    private void required(String pointer) {
        add(Finding.error("required", pointer, pointer.substring(pointer.lastIndexOf('/') + 1)));
    }

    private void wrong(String pointer, String needed) {
        add(Finding.error("invalid_format", pointer).worded("invalid_format." + needed));
    }

    private void add(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private static String quote(String id) {
        return id.length() <= LONGEST_QUOTE ? id : id.substring(0, LONGEST_QUOTE) + "…";
    }
}
