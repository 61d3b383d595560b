package com.qontak.aiagent.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * Every JSON body of the API, merge patches included, damaged in every way that came to mind. As all fuzzing here it
 * runs as often as {@code -Djqwik.tries.default} says, such as {@code ./mvnw test -Dtest='*FuzzTests' -Djqwik.tries.default=100000}.
 */
class BodyFuzzTests {

    private final FuzzedService service = FuzzedService.ready();

    /** What is done to the bytes of a body once they are written. */
    enum Wrapping {
        NONE,
        BOM,
        UTF_16,
        LATIN_1,
        CUT,
        DAMAGED_BYTE,
        OVERLONG_UTF_8,
        ENCODED_SURROGATE,
        TRAILING,
        TWICE,
        IN_A_LIST,
        AS_TEXT,
        NOTHING
    }

    @Example
    void everyExampleIsAcceptedAsItIs() {
        Stream<ApiOperation> calls =
                ApiOperation.all().stream().filter(call -> call.body().isPresent());

        assertThat(calls).allSatisfy(call -> {
            RawRequest request = FuzzedService.request(call)
                    .with(call.body().orElseThrow().toString().getBytes(StandardCharsets.UTF_8));
            assertThat(service.check(request).status()).as("%s", call).isIn(200, 201, 202, 412);
        });
    }

    @Property(shrinking = ShrinkingMode.OFF, generation = GenerationMode.RANDOMIZED)
    void aDamagedBodyIsAnsweredWithoutAFailure(@ForAll("requests") RawRequest request) {
        service.check(request);
    }

    @Provide
    Arbitrary<RawRequest> requests() {
        List<ApiOperation> calls = ApiOperation.all().stream()
                .filter(call -> call.body().isPresent())
                .toList();
        Arbitrary<Wrapping> wrappings = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Wrapping.NONE)), Tuple.of(1, Arbitraries.of(Wrapping.class)));
        return Combinators.combine(
                        Arbitraries.of(calls),
                        HostileJson.edits(),
                        wrappings,
                        Arbitraries.integers().between(0, 5000))
                .as((call, edits, wrapping, place) -> FuzzedService.request(call)
                        .with(wrapped(HostileJson.damaged(call.body().orElseThrow(), edits), wrapping, place)));
    }

    private static byte[] wrapped(String json, Wrapping wrapping, int place) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int at = bytes.length == 0 ? 0 : place % bytes.length;
        return switch (wrapping) {
            case NONE -> bytes;
            case BOM -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes);
            case UTF_16 -> json.getBytes(StandardCharsets.UTF_16);
            case LATIN_1 -> (json + "é").getBytes(StandardCharsets.ISO_8859_1);
            case CUT -> Arrays.copyOf(bytes, at);
            case DAMAGED_BYTE -> inserted(bytes, at, (byte) place);
            case OVERLONG_UTF_8 -> inserted(bytes, at, (byte) 0xC0, (byte) 0x80);
            case ENCODED_SURROGATE -> inserted(bytes, at, (byte) 0xED, (byte) 0xA0, (byte) 0x80);
            case TRAILING -> joined(bytes, "]}".getBytes(StandardCharsets.UTF_8));
            case TWICE -> joined(bytes, bytes);
            case IN_A_LIST -> ("[" + json + "]").getBytes(StandardCharsets.UTF_8);
            case AS_TEXT -> ("\"" + json + "\"").getBytes(StandardCharsets.UTF_8);
            case NOTHING -> new byte[0];
        };
    }

    private static byte[] inserted(byte[] bytes, int at, byte... more) {
        return joined(joined(Arrays.copyOf(bytes, at), more), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] joined(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
