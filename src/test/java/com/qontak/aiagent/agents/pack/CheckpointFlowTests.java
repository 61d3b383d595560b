package com.qontak.aiagent.agents.pack;

import static com.qontak.aiagent.agents.pack.Packs.codesAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFlowTests {

    private static final String CHECKPOINT = "/capabilities/0/checkpoints/";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a>b b>done         | ''
                    a>done b>a         | unreachable_checkpoint 1
                    a>a                | endless_loop 0
                    a>b b>a            | endless_loop 0
                    a>b b>c c>b        | endless_loop 1
                    a>b b>a b>done     | ''
                    a>b b>a a>c c      | ''
                    a>b a>c b>b c>c    | endless_loop 1, endless_loop 2
                    a>b b>b b>c c>c    | endless_loop 1
                    a>b b>nowhere b>a  | ''
                    """)
    void loopWithoutAWayOutIsReportedOnce(String steps, String expected) {
        List<String> findings = expected.isEmpty()
                ? List.of()
                : Arrays.stream(expected.split(", "))
                        .map(finding -> finding.replace(" ", " " + CHECKPOINT))
                        .toList();

        assertThat(warnings(pack(steps, "end"))).isEqualTo(findings);
    }

    @Test
    void handoverOfTheCapabilityLeadsOutOfItsLoops() {
        ObjectNode pack = pack("a>a", "end");
        Packs.set(pack, "/capabilities/0/handover", "{'when': 'the customer is angry'}");

        assertThat(warnings(pack)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'scope': 'global', 'then': {'type': 'handover'}}",
                "{'scope': 'global', 'then': {'type': 'end'}}",
                "{'scope': 'global', 'then': {'type': 'capability', 'capability_id': 'other'}}",
                "{'scope': 'capability', 'capability_id': 'loop', 'then': {'type': 'handover'}}",
                "{'scope': 'capability', 'capability_id': 'loop', 'then': {'type': 'capability', 'capability_id': 'other'}}"
            })
    void ruleThatHoldsInTheCapabilityLeadsOutOfItsLoops(String rule) {
        ObjectNode pack = pack("a>a", "end");
        pack.withArray("/routing/rules").add(Packs.json(rule));

        assertThat(warnings(pack)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'scope': 'global', 'then': {'type': 'capability', 'capability_id': 'loop'}}",
                "{'scope': 'capability', 'capability_id': 'other', 'then': {'type': 'handover'}}",
                "{'scope': 'capability', 'capability_id': 'loop', 'then': {'type': 'capability', 'capability_id': 'loop'}}"
            })
    void ruleThatLeadsNowhereElseIsNoWayOut(String rule) {
        ObjectNode pack = pack("a>a", "end");
        pack.withArray("/routing/rules").add(Packs.json(rule));

        assertThat(warnings(pack)).containsExactly("endless_loop " + CHECKPOINT + "0");
    }

    @Test
    void fallbackIsNoWayOut() {
        assertThat(warnings(pack("a>a", "handover"))).containsExactly("endless_loop " + CHECKPOINT + "0");
    }

    @Test
    void longestChainIsFollowedWithoutRecursion() {
        String steps = String.join(
                " ",
                IntStream.range(0, 100_000)
                        .mapToObj(index -> "n" + index + ">n" + (index + 1) % 100_000)
                        .toList());

        assertThat(warnings(pack(steps, "end"))).containsExactly("endless_loop " + CHECKPOINT + "0");
    }

    /** A capability whose checkpoints stand in the order they are first left: {@code "a>b b>done"}. */
    private static ObjectNode pack(String steps, String fallback) {
        ObjectNode pack = JsonNodeFactory.instance.objectNode();
        ObjectNode loop = pack.putArray("capabilities").addObject().put("capability_id", "loop");
        ArrayNode checkpoints = loop.putArray("checkpoints");
        Map<String, ArrayNode> next = new HashMap<>();
        for (String step : steps.split(" ")) {
            String[] ends = step.split(">");
            ArrayNode from = next.computeIfAbsent(
                    ends[0],
                    id -> checkpoints.addObject().put("checkpoint_id", id).putArray("next"));
            if (ends.length == 2) {
                from.addObject().put("when", "so it is").put("go_to", ends[1]);
            }
        }
        pack.putObject("routing").putObject("fallback").put("type", fallback);
        return pack;
    }

    private static List<String> warnings(ObjectNode pack) {
        Findings findings = new Findings("", null);
        new CheckpointFlow().check(new CapabilityPack(pack).outline(""), findings);
        return codesAt(findings.all());
    }
}
