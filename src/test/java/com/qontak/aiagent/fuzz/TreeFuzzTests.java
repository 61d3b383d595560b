package com.qontak.aiagent.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.qontak.aiagent.testing.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Tree diagrams of every depth and width around their limits, whole and with one node that is none. */
class TreeFuzzTests {

    private static final int MOST_LEVELS = 200;
    private static final int MOST_NODES = 20_000;

    // What the tests themselves have room for.
    private static final int MOST_CHARACTERS = 3_000_000;

    // A node deep down is some four levels of JSON, of which a thousand are read.
    private static final int LEVELS_THAT_ARE_READ = 480;

    private static final List<String> PLAIN = List.of("\"Halo\"", "\"\"", "\"{{nama}} <b>[x](javascript:1)\"");

    private final FuzzedService service = FuzzedService.ready();

    /**
     * One branch down, and many nodes at its end.
     *
     * @param levels how far down it goes, the root included
     * @param wide how many nodes there are at its end
     * @param words what every node says
     * @param odd what stands at the very end in place of a node
     */
    record Tree(int levels, int wide, String words, String odd) {

        boolean isWithinTheLimits() {
            return levels + 1 <= MOST_LEVELS && levels + wide <= MOST_NODES;
        }

        boolean isPlain() {
            return odd.isEmpty() && PLAIN.contains(words);
        }

        String json() {
            StringBuilder json = new StringBuilder("{\"tree_diagram\": {\"path_id\": \"p\", \"tree\": ");
            for (int level = 0; level < levels; level++) {
                json.append(opened(level, Integer.toString(level)));
            }
            for (int node = 0; node < wide; node++) {
                json.append(opened(levels, levels + "-" + node)).append("]}");
                json.append(node < wide - 1 || !odd.isEmpty() ? "," : "");
            }
            return json.append(odd).append("]}".repeat(levels)).append("}}").toString();
        }

        private String opened(int level, String id) {
            return level % 2 == 0
                    ? "{\"id\":\"" + id + "\",\"content\":{\"content_text\":" + words + "},\"children\":["
                    : "{\"id\":\"" + id + "\",\"input\":" + words + ",\"children\":[";
        }
    }

    @Property(shrinking = ShrinkingMode.OFF, generation = GenerationMode.RANDOMIZED)
    void aTreeIsTurnedIntoAPackOrRefusedWithItsReason(@ForAll("trees") Tree tree) {
        ApiOperation preview = ApiOperation.all().stream()
                .filter(operation -> operation.path().endsWith("/migrations/preview"))
                .findFirst()
                .orElseThrow();

        RawAnswer answer =
                service.check(FuzzedService.request(preview).with(tree.json().getBytes(StandardCharsets.UTF_8)));

        if (tree.levels() > LEVELS_THAT_ARE_READ) {
            assertThat(answer.status()).isIn(400, 422);
        } else if (tree.isPlain()) {
            assertThat(answer.status()).isEqualTo(tree.isWithinTheLimits() ? 200 : 422);
        } else {
            assertThat(answer.status()).isIn(200, 413, 422);
        }
    }

    @Provide
    Arbitrary<Tree> trees() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.integers().between(1, 20)),
                                Tuple.of(2, Arbitraries.integers().between(195, 204)),
                                Tuple.of(1, Arbitraries.of(300, 700, 5_000))),
                        Arbitraries.frequencyOf(
                                Tuple.of(60, Arbitraries.integers().between(1, 60)),
                                Tuple.of(3, Arbitraries.integers().between(61, 1_000)),
                                Tuple.of(1, Arbitraries.integers().between(MOST_NODES - 22, MOST_NODES + 2))),
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.of(PLAIN)),
                                Tuple.of(1, HostileTexts.all().map(TreeFuzzTests::quoted))),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just("")),
                                Tuple.of(
                                        1, Arbitraries.of("null", "1", "[]", "{}", "{\"id\":\"0\"}", "{\"id\":[{}]}"))))
                .as(Tree::new)
                .filter(tree -> (long) tree.words().length() * (tree.levels() + tree.wide()) < MOST_CHARACTERS);
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
