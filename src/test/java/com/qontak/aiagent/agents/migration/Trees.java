package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Tree diagrams for tests, and what is made of them. */
final class Trees {

    static final ObjectMapper JSON = new ObjectMapper();
    static final MappingRules RULES = rules();

    private Trees() {}

    static ObjectNode example() {
        try (InputStream tree = Trees.class.getResourceAsStream("example-tree.json")) {
            return (ObjectNode) JSON.readTree(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A diagram around a root, written with single quotes. */
    static ObjectNode around(String root) {
        ObjectNode diagram = JSON.createObjectNode().put("path_id", "p1");
        diagram.set("tree", json(root));
        return diagram;
    }

    /** A chain of nodes that take turns, as many levels deep as is said. */
    static ObjectNode chain(int levels) {
        ObjectNode diagram = around("{'id': 'n1', 'content': {'content_text': 'Halo'}}");
        ObjectNode last = (ObjectNode) diagram.path("tree");
        for (int level = 2; level <= levels; level++) {
            last = last.putArray("children")
                    .addObject()
                    .put("id", "n" + level)
                    .put(level % 2 == 0 ? "input" : "name", "Level " + level);
            if (level % 2 == 1) {
                last.putObject("content").put("content_text", "Text " + level);
            }
        }
        return diagram;
    }

    /** A root with an answer to one input, below which there are as many inputs as the nodes allow. */
    static ObjectNode wide(int nodes) {
        ObjectNode diagram =
                around("{'id': 'r', 'children': [{'id': 'i', 'input': 'Mulai', 'children': [{'id': 'b'}]}]}");
        ArrayNode children = ((ObjectNode) diagram.at("/tree/children/0/children/0")).putArray("children");
        for (int number = 4; number <= nodes; number++) {
            children.addObject().put("id", "i" + number).put("input", "Pilihan " + number);
        }
        return diagram;
    }

    static JsonNode json(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }

    static List<Finding> findings(JsonNode diagram) {
        List<Finding> findings = new ArrayList<>();
        TreeReader.read(diagram, findings);
        return findings;
    }

    static Mapped mapped(JsonNode diagram) {
        List<Finding> findings = new ArrayList<>();
        TreeDiagram tree = TreeReader.read(diagram, findings);
        if (tree == null) {
            throw new AssertionError(findings);
        }
        return TreeMapping.map(tree, RULES);
    }

    private static MappingRules rules() {
        try {
            return MigrationConfiguration.read(new ClassPathResource("mapping-rules.json", MappingRules.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
