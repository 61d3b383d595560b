package com.qontak.aiagent.agents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.web.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class TreeReaderTests {

    @Test
    void exampleIsReadParentsBeforeTheirChildren() {
        TreeDiagram tree = Trees.mapped(Trees.example()).tree();

        assertThat(tree.pathId()).isEqualTo("path_toko_maju");
        assertThat(tree.nodes())
                .extracting(TreeNode::id)
                .containsExactly(
                        "br_1", "ui_1", "ui_4", "ui_5", "br_2", "br_5", "br_6", "ui_2", "ui_3", "br_3", "br_4");
        assertThat(tree.nodes()).allSatisfy(node -> assertThat(
                        ((ObjectNode) Trees.JSON.createObjectNode().set("tree_diagram", Trees.example()))
                                .at(node.pointer())
                                .path("id")
                                .asText())
                .isEqualTo(node.id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 1, 'channels': {}, 'tree': {'id': 'a'}}"
                        + "| /tree_diagram/path_id required, /tree_diagram/name invalid_format.text,"
                        + " /tree_diagram/channels invalid_format.list",
                "{'path_id': 'a b', 'tree': {'id': 'a'}} | /tree_diagram/path_id migration_path_id",
                "{'path_id': 'p'} | /tree_diagram/tree required",
                "{'path_id': 'p', 'tree': []} | /tree_diagram/tree invalid_format.object",
                "{'path_id': 'p', 'tree': {'name': 'x'}} | /tree_diagram/tree/id required",
                "{'path_id': 'p', 'tree': {'id': 1.5}} | /tree_diagram/tree/id migration_id",
                "{'path_id': 'p', 'tree': {'id': 'a', 'children': {}}} | /tree_diagram/tree/children invalid_format.list",
                "{'path_id': 'p', 'tree': {'id': 'a', 'content': 'x', 'components': [], 'interactive': 1}}"
                        + "| /tree_diagram/tree/components invalid_format.object, /tree_diagram/tree/interactive"
                        + " invalid_format.object, /tree_diagram/tree/content invalid_format.object",
                "{'path_id': 'p', 'tree': {'id': 'a', 'content': {'content_text': {}}, 'next_intent_type': []}}"
                        + "| /tree_diagram/tree/next_intent_type invalid_format.text,"
                        + " /tree_diagram/tree/content/content_text invalid_format.text",
                "{'path_id': 'p', 'tree': {'id': 'a', 'children': [1, {'id': 'b', 'utterances': ['x', 2],"
                        + " 'is_default': 'no'}]}}"
                        + "| /tree_diagram/tree/children/0 invalid_format.object,"
                        + " /tree_diagram/tree/children/1/is_default invalid_format.boolean,"
                        + " /tree_diagram/tree/children/1/utterances/1 invalid_format.text",
                "{'path_id': 'p', 'tree': {'id': 'a', 'children': [{'id': 'b'}, {'id': 'a'}, {'id': 'b'}]}}"
                        + "| /tree_diagram/tree/children/2/id duplicate_id"
            })
    void whateverIsWrongIsNamedWithItsPlace(String diagram, String expected) {
        assertThat(Trees.findings(Trees.json(diagram)))
                .extracting(finding -> finding.pointer() + " " + finding.key())
                .containsExactly(expected.strip().split(", ?"));
    }

    @ParameterizedTest
    @MethodSource("noDiagrams")
    void whatIsNoDiagramIsSaidSo(JsonNode diagram) {
        assertThat(Trees.findings(diagram)).singleElement().satisfies(finding -> assertThat(finding.pointer())
                .isEqualTo("/tree_diagram"));
    }

    static Stream<JsonNode> noDiagrams() {
        return Stream.of(NullNode.getInstance(), Trees.json("[]"), Trees.json("1"));
    }

    @Test
    void numbersAreIdsToo() {
        TreeDiagram tree =
                Trees.mapped(Trees.json("{'path_id': 17, 'tree': {'id': 4}}")).tree();

        assertThat(tree.pathId()).isEqualTo("17");
        assertThat(tree.root().id()).isEqualTo("4");
    }

    @Test
    void deepestTreeIsReadAndOneLevelMoreIsNot() {
        assertThat(Trees.mapped(Trees.chain(200)).tree().nodes()).hasSize(200);

        assertThat(Trees.findings(Trees.chain(201))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("too_deep");
            assertThat(finding.pointer()).isEqualTo("/tree_diagram/tree" + "/children/0".repeat(199) + "/children");
        });
    }

    @Test
    void moreFieldsThanAnyExportHasAreRefused() {
        ObjectNode diagram = Trees.example();
        for (int number = diagram.size(); number < 1_000; number++) {
            diagram.put("setting_" + number, 1);
        }
        assertThat(Trees.findings(diagram)).isEmpty();

        diagram.put("one_more", 1);

        assertThat(Trees.findings(diagram))
                .containsExactly(
                        Finding.error("too_many", "/tree_diagram", 1_000).worded("migration_fields"));
    }

    @Test
    void largestTreeIsReadAndOneNodeMoreIsNot() {
        assertThat(Trees.mapped(Trees.wide(20_000)).tree().nodes()).hasSize(20_000);

        assertThat(Trees.findings(Trees.wide(20_001)))
                .containsExactly(
                        Finding.error("too_many", "/tree_diagram/tree", 20_000).worded("migration_nodes"));
    }

    @Test
    void findingsEndWhereNobodyReadsOn() {
        ObjectNode diagram = Trees.around("{'id': 'r', 'children': []}");
        for (int index = 0; index < 5_000; index++) {
            diagram.withArray("/tree/children").add(index);
        }

        assertThat(Trees.findings(diagram)).hasSize(100).isEqualTo(List.copyOf(Trees.findings(diagram)));
    }
}
