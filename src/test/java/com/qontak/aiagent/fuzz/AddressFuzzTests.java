package com.qontak.aiagent.fuzz;

import com.qontak.aiagent.testing.ApiCaller;
import com.qontak.aiagent.testing.ApiOperation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Every path variable and every query parameter of the API, and the addresses themselves. */
class AddressFuzzTests {

    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "%ff%fe",
            "%",
            "%zz",
            "%2F",
            "%252F",
            "..",
            "%2e%2e",
            "..;",
            ";a=b",
            "%5C",
            "%0d%0aX-Forged:1",
            "0",
            "-1",
            "1.5",
            "2147483648",
            "9223372036854775808",
            "%EF%BC%91",
            "0000-00-00",
            "9999-12-31",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "2026-02-30",
            "2026-11-01T00:00:00Z",
            "true",
            "TRUE",
            "yes",
            "[",
            "{a}",
            "<b>",
            "a b",
            "\"",
            "|",
            "\\",
            "00000000-0000-0000-0000-000000000000",
            "5B0D7F6E-0F0F-4C0A-9A52-3F1DE2A4C001",
            "1-1-1-1-1",
            "a".repeat(3000));

    private final FuzzedService service = FuzzedService.ready();

    @Property(shrinking = ShrinkingMode.OFF, generation = GenerationMode.RANDOMIZED)
    void aQueryOfAnythingIsAnsweredWithoutAFailure(@ForAll("queries") RawRequest request) {
        service.check(request);
    }

    @Property(shrinking = ShrinkingMode.OFF, generation = GenerationMode.RANDOMIZED)
    void aPathOfAnythingIsAnsweredWithoutAFailure(@ForAll("paths") RawRequest request) {
        service.check(request);
    }

    @Provide
    Arbitrary<RawRequest> queries() {
        List<ApiOperation> calls = ApiOperation.all().stream()
                .filter(call -> !call.query().isEmpty())
                .toList();
        return Arbitraries.of(calls).flatMap(call -> Combinators.combine(Arbitraries.of(call.query()), values())
                .as((name, value) -> name + "=" + value)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(query ->
                        FuzzedService.request(call, call.address(ApiCaller.AGENT) + "?" + String.join("&", query))));
    }

    @Provide
    Arbitrary<RawRequest> paths() {
        Arbitrary<String> prefixes = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.of("/", "/.", "/x/..", "//x", "/;a", "/%2e")));
        return Combinators.combine(
                        Arbitraries.of(ApiOperation.all()),
                        values(),
                        prefixes,
                        Arbitraries.integers().between(0, 9))
                .as((call, value, prefix, segment) ->
                        FuzzedService.request(call, prefix + replaced(call, value, segment)));
    }

    private static String replaced(ApiOperation call, String value, int segment) {
        if (call.path().contains("{")) {
            return call.path().replaceAll("\\{\\w+}", Matcher.quoteReplacement(value));
        }
        String[] segments = call.path().split("/");
        segments[1 + segment % (segments.length - 1)] = value;
        return String.join("/", segments);
    }

    private static Arbitrary<String> values() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(VALUES)),
                Tuple.of(
                        1,
                        HostileTexts.all()
                                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                                .filter(text -> text.length() < 6000)));
    }
}
