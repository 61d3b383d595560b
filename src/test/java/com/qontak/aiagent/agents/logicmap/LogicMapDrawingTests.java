package com.qontak.aiagent.agents.logicmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackArbitraries;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LogicMapDrawingTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Example
    void everyPartOfThePackIsANodeWithItsPlace() throws IOException {
        assertThat(map(example()).nodes())
                .extracting(node -> node.id() + " | " + node.kind().word() + " | " + node.label() + " | "
                        + node.pointer().replace("/capability_pack", ""))
                .containsExactly(
                        "entry | entry | start | /routing/entry_capability_id",
                        "capability-order_status | capability | Check an order | /capabilities/0",
                        "checkpoint-order_status-ask_number | checkpoint | Ask for the order number"
                                + " | /capabilities/0/checkpoints/0",
                        "checkpoint-order_status-answer | checkpoint | Say where the order is"
                                + " | /capabilities/0/checkpoints/1",
                        "capability-sales | capability | Sell | /capabilities/1",
                        "checkpoint-sales-offer | checkpoint | Offer what is in stock | /capabilities/1/checkpoints/0",
                        "handover-support | handover | support | /routing/rules/0/then",
                        "action-create_ticket | action | create_ticket | /capabilities/0/checkpoints/0/actions/0",
                        "finish | end | end | /capabilities/0/checkpoints/1/next/1");
    }

    @Example
    void everyWayIsAnEdge() throws IOException {
        assertThat(map(example()).edges())
                .extracting(LogicMapDrawingTests::line)
                .containsExactly(
                        "entry > capability-order_status routing GLOBAL ''",
                        "entry > handover-support routing GLOBAL 'asks for a person'",
                        "entry > handover-support routing GLOBAL 'otherwise'",
                        "capability-order_status > checkpoint-order_status-ask_number next null ''",
                        "checkpoint-order_status-ask_number > checkpoint-order_status-answer next null"
                                + " 'the number is known'",
                        "checkpoint-order_status-ask_number > action-create_ticket uses null ''",
                        "checkpoint-order_status-answer > checkpoint-order_status-ask_number next null"
                                + " 'the customer names another order'",
                        "checkpoint-order_status-answer > finish next null 'the customer is content'",
                        "capability-order_status > handover-support handover null"
                                + " 'the customer is angry or asks for a person'",
                        "capability-sales > checkpoint-sales-offer next null ''",
                        "capability-order_status > capability-sales routing CAPABILITY 'wants to buy'");
    }

    @Example
    void globalRulesComeInTheOrderTheyAreTried() {
        LogicMap map = map(
                """
                {"capabilities": [{"capability_id": "a"}, {"capability_id": "b"}],
                 "routing": {"rules": [
                   {"scope": "global", "priority": 20, "when": "second", "then": {"type": "capability", "capability_id": "a"}},
                   {"scope": "global", "priority": 3, "when": "first", "then": {"type": "end"}},
                   {"scope": "capability", "capability_id": "b", "priority": 1, "when": "own",
                    "then": {"type": "handover"}}]}}""");

        assertThat(map.edges())
                .extracting(LogicMapDrawingTests::line)
                .containsExactly(
                        "entry > finish routing GLOBAL 'first'",
                        "entry > capability-a routing GLOBAL 'second'",
                        "capability-b > handover routing CAPABILITY 'own'");
        assertThat(map.nodes()).extracting(MapNode::label).endsWith("end", "person");
    }

    @Example
    void whatCannotBeAnIdIsKnownByItsPlaceOrADigest() {
        LogicMap map = map(
                """
                {"capabilities": [
                   {"capability_id": "Toko \\"Maju\\"", "checkpoints": [{"checkpoint_id": "x"}, {"checkpoint_id": "x"}, {}]},
                   {"capability_id": "n1", "handover": {"when": "", "division": "Customer <b>Care"}}]}""");

        assertThat(map.nodes())
                .extracting(MapNode::id)
                .containsExactly(
                        "entry",
                        "capability-N1",
                        "checkpoint-N1-x",
                        "checkpoint-N1-N2",
                        "checkpoint-N1-N3",
                        "capability-n1",
                        "handover-Xf4852791ba70ae74");
        assertThat(map.nodes()).extracting(MapNode::label).contains("Toko \"Maju\"", "Customer <b>Care");
    }

    @Example
    void waysToWhatIsNotThereAreLeftOut() {
        LogicMap map = map(
                """
                {"capabilities": [{"capability_id": "a", "checkpoints": [
                    {"checkpoint_id": "s", "next": [{"when": "w", "go_to": "nowhere"}], "actions": [{"inputs": {}}]}]}],
                 "routing": {"entry_capability_id": "b", "fallback": {"type": "capability", "capability_id": "c"}}}""");

        assertThat(map.edges())
                .extracting(LogicMapDrawingTests::line)
                .containsExactly("capability-a > checkpoint-a-s next null ''");
    }

    @Example
    void longTextIsCutBetweenWords() {
        assertThat(Label.of("  a \n\t b\u2028c\u0000d ")).isEqualTo("a b c d");
        assertThat(Label.of("pesanan ".repeat(20)))
                .hasSizeLessThanOrEqualTo(Label.LONGEST)
                .endsWith("pesanan…");
        assertThat(Label.of("🙂".repeat(200))).isEqualTo("🙂".repeat(79) + "…");
        assertThat(Label.of("x".repeat(80))).isEqualTo("x".repeat(80));
    }

    @Property
    void everyEdgeJoinsTwoNodesAndNoIdIsUsedTwice(@ForAll("packs") JsonNode pack) {
        LogicMap map = map(pack);
        Set<String> ids = map.nodes().stream().map(MapNode::id).collect(Collectors.toSet());

        assertThat(ids)
                .hasSameSizeAs(map.nodes())
                .allMatch(id -> id.matches("[a-zA-Z0-9_]+(-[a-zA-Z0-9_]+)*") && !id.equals("end"));
        assertThat(map.edges()).allMatch(edge -> ids.contains(edge.from()) && ids.contains(edge.to()));
        assertThat(map.nodes()).noneMatch(node -> node.label().isBlank());
        assertThat(map.nodes()).noneMatch(node -> at(pack, node).isMissingNode() && node.kind() != NodeKind.ENTRY);
        assertThat(map(pack.deepCopy())).isEqualTo(map);
    }

    @Property
    void everythingAValidPackSaysIsInItsMap(@ForAll("validPacks") ObjectNode pack) {
        LogicMap map = map(pack);

        assertThat(map.nodes().stream().filter(node -> node.kind() == NodeKind.CAPABILITY))
                .hasSize(pack.path("capabilities").size());
        assertThat(map.nodes().stream().filter(node -> node.kind() == NodeKind.CHECKPOINT))
                .hasSize(sizes(pack, "/checkpoints"));
        assertThat(map.edges().stream().filter(edge -> edge.kind() == EdgeKind.ROUTING))
                .hasSize(pack.at("/routing/rules").size()
                        + 1
                        + (pack.path("capabilities").isEmpty() ? 0 : 1));
    }

    @Example
    void largePackIsDrawnInTime() {
        ObjectNode pack = JSON.createObjectNode();
        ArrayNode checkpoints = pack.putArray("capabilities")
                .addObject()
                .put("capability_id", "a")
                .putArray("checkpoints");
        for (int index = 0; index < 100_000; index++) {
            checkpoints
                    .addObject()
                    .put("checkpoint_id", "same")
                    .putArray("next")
                    .addObject()
                    .put("go_to", "same");
        }

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> map(pack))
                        .edges())
                .hasSize(100_001);
    }

    @Provide
    Arbitrary<JsonNode> packs() {
        return Arbitraries.oneOf(
                List.of(PackArbitraries.packs(), PackArbitraries.damagedPacks(), PackArbitraries.anyJson()));
    }

    @Provide
    Arbitrary<ObjectNode> validPacks() {
        return PackArbitraries.packs();
    }

    private static int sizes(JsonNode pack, String pointer) {
        return StreamSupport.stream(pack.path("capabilities").spliterator(), false)
                .mapToInt(item -> item.at(pointer).size())
                .sum();
    }

    private static JsonNode at(JsonNode pack, MapNode node) {
        return pack.at(node.pointer().substring("/capability_pack".length()));
    }

    private static String line(MapEdge edge) {
        return edge.from() + " > " + edge.to() + " " + edge.kind().word() + " " + edge.scope() + " '" + edge.label()
                + "'";
    }

    private static LogicMap map(JsonNode pack) {
        return LogicMapDrawing.of(pack, word -> word);
    }

    private static LogicMap map(String pack) {
        try {
            return map(JSON.readTree(pack));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static JsonNode example() throws IOException {
        try (InputStream json = PackArbitraries.class.getResourceAsStream("example-pack.json")) {
            return JSON.readTree(json);
        }
    }
}
