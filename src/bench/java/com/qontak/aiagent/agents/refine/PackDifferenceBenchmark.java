package com.qontak.aiagent.agents.refine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.BenchmarkPacks;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a difference costs: to an equal pack, to one with a few edits, and to one in which every part is another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PackDifferenceBenchmark {

    @Param({"10240", "102400", "1048576"})
    int bytes;

    @Param({"none", "few", "all"})
    String edits = "none";

    private ObjectNode current = JsonNodeFactory.instance.objectNode();
    private ObjectNode proposed = JsonNodeFactory.instance.objectNode();

    @Setup
    public void makePacks() {
        current = BenchmarkPacks.ofSize(bytes);
        proposed = current.deepCopy();
        ArrayNode capabilities = (ArrayNode) proposed.get("capabilities");
        if (edits.equals("few")) {
            ((ObjectNode) proposed.get("profile")).put("greeting", "Good day");
            ((ObjectNode) proposed.at("/capabilities/1/checkpoints/1")).put("name", "Another");
            capabilities.add(capabilities.remove(0));
        } else if (edits.equals("all")) {
            proposed.findParents("checkpoint_id").forEach(it -> ((ObjectNode) it).put("name", "Another"));
            reverse(capabilities);
            reverse((ArrayNode) proposed.at("/routing/rules"));
        }
    }

    @Benchmark
    public List<Change> difference() {
        return PackDifference.between(current, proposed);
    }

    @Benchmark
    public ObjectNode differenceAndApply() {
        return PackChanges.apply(current, PackDifference.between(current, proposed));
    }

    private static void reverse(ArrayNode list) {
        for (int index = 1; index < list.size(); index++) {
            list.insert(0, list.remove(index));
        }
    }
}
