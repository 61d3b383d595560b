package com.qontak.aiagent.agents.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.KnownActions;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.agents.pack.PackSchema;
import com.qontak.aiagent.agents.pack.PackValidator;
import com.qontak.aiagent.agents.pack.PackVocabulary;
import com.qontak.aiagent.web.Finding;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class TreeMappingPropertyTests {

    private static final PackValidator VALIDATOR =
            new PackValidator(new PackSchema(), (pack, pointer) -> new PackVocabulary.Canonical(pack, List.of()));
    private static final PackContext CONTEXT =
            PackContext.at("").withActions(new KnownActions(Map.of("resolve_conversation", Set.of())));

    @Property(shrinking = ShrinkingMode.OFF)
    void everyTreeBecomesAPackWithoutAnError(@ForAll("trees") ObjectNode diagram) {
        assertThat(errors(Trees.mapped(diagram))).isEmpty();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void everyNodeIsAccountedForOnceAndIsWhereItsAccountSays(@ForAll("trees") ObjectNode diagram) {
        Mapped mapped = Trees.mapped(diagram);
        List<TreeNode> nodes = mapped.tree().nodes();
        List<TreeNode> inexact = mapped.inexact();

        assertThat(nodes).hasSize(count(diagram.path("tree"))).doesNotHaveDuplicates();
        assertThat(nodes).containsAll(inexact);
        assertThat(new HashSet<>(inexact)).hasSameSizeAs(inexact);
        assertThat(sum(mapped.pack().tree(), "checkpoints"))
                .isEqualTo(nodes.stream()
                        .filter(node -> node.kind() == NodeKind.BOT_RESPONSE && node.level() > 1)
                        .filter(node -> !mapped.isLeftOut(node))
                        .count());
        assertThat(nodes)
                .filteredOn(node ->
                        mapped.account().of(node).stream().anyMatch(note -> note.remark() == Remark.ABOVE_LEFT_OUT))
                .allSatisfy(node -> assertThat(mapped.account().of(node)).hasSize(1));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void sameTreeMakesTheSamePack(@ForAll("trees") ObjectNode diagram) {
        assertThat(Trees.mapped(diagram.deepCopy()).pack())
                .isEqualTo(Trees.mapped(diagram).pack());
    }

    @Example
    void largestTreesBecomePacksInTime() {
        for (ObjectNode diagram : List.of(Trees.wide(20_000), Trees.chain(200), bushy(20_000), topics(20_000))) {
            Mapped mapped = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Trees.mapped(diagram));

            assertThat(mapped.tree().nodes()).hasSizeGreaterThanOrEqualTo(200);
            assertThat(errors(mapped)).isEmpty();
        }
    }

    @Example
    void longTextsNeverMakeAPackTooLarge() {
        ObjectNode diagram = Trees.around("{'id': 'r', 'children': []}");
        for (int topic = 0; topic < 30; topic++) {
            ObjectNode input = diagram.withArray("/tree/children").addObject().put("id", topic);
            for (int number = 0; number < 40; number++) {
                ObjectNode response = input.withArray("/children").addObject().put("id", topic + "." + number);
                response.putObject("content").put("content_text", "ä".repeat(9_000));
            }
        }
        Mapped mapped = Trees.mapped(diagram);

        assertThat(errors(mapped)).isEmpty();
        assertThat(mapped.inexact()).anyMatch(node -> mapped.account().of(node).stream()
                .anyMatch(note -> note.remark() == Remark.PACK_FULL));
    }

    @Provide
    Arbitrary<ObjectNode> trees() {
        return Arbitraries.randomValue(random -> new TreeGenerator(random).diagram());
    }

    private static List<Finding> errors(Mapped mapped) {
        return VALIDATOR.validate(mapped.pack().tree(), CONTEXT).findings().stream()
                .filter(Finding::isError)
                .toList();
    }

    private static ObjectNode bushy(int nodes) {
        return new TreeGenerator(new Random(7)).bushy(nodes);
    }

    private static ObjectNode topics(int nodes) {
        ObjectNode diagram = Trees.around("{'id': 'r', 'children': []}");
        for (int number = 2; number <= nodes; number++) {
            diagram.withArray("/tree/children")
                    .addObject()
                    .put("id", "i" + number)
                    .put("input", "Topik");
        }
        return diagram;
    }

    private static long sum(JsonNode pack, String field) {
        return StreamSupport.stream(pack.path("capabilities").spliterator(), false)
                .mapToLong(capability -> capability.path(field).size())
                .sum();
    }

    private static int count(JsonNode node) {
        int count = 1;
        for (JsonNode child : node.path("children")) {
            count += count(child);
        }
        return count;
    }
}
