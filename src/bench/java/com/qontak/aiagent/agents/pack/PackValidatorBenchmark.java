package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** What a validation costs, beside the parsing of the same pack. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PackValidatorBenchmark {

    @Param({"10240", "102400", "1048576"})
    int bytes;

    private final ObjectMapper mapper = new ObjectMapper();
    private final PackValidator validator = new PackValidator(
            new PackSchema(), (pack, pointer) -> new PackVocabulary.Canonical(pack, List.of()));
    private String json = "";
    private ObjectNode pack = mapper.createObjectNode();

    @Setup
    public void makePack() {
        pack = BenchmarkPacks.ofSize(bytes);
        json = pack.toString();
    }

    @Benchmark
    public PackReport validate() {
        return validator.validate(pack, PackContext.at("/capability_pack"));
    }

    @Benchmark
    public JsonNode parse() throws JsonProcessingException {
        return mapper.readTree(json);
    }
}
