package com.qontak.aiagent.fuzz;

import com.qontak.aiagent.testing.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** Forms that are none, end too early, or say of a file what no file is. */
class UploadFuzzTests {

    private static final ApiOperation UPLOAD = ApiOperation.all().stream()
            .filter(call -> call.sends().startsWith("multipart"))
            .findFirst()
            .orElseThrow();

    private static final List<String> BOUNDARIES = List.of(
            "b", "", "\"b\"", "\"b", "b".repeat(71), "b".repeat(5000), "b; boundary=c", "é", "a b", "--", "b\u0000");

    private static final List<String> HEADS = List.of(
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
            "Content-Disposition: form-data; name=\"file\"",
            "Content-Disposition: form-data; name=\"title\"",
            "Content-Disposition: form-data; name=\"capability_ids\"",
            "Content-Disposition: form-data; name=\"order\"",
            "Content-Disposition: form-data; name=\"\"",
            "Content-Disposition: form-data",
            "Content-Disposition: attachment; filename=\"a.txt\"",
            "Content-Disposition: form-data; name=\"file\"; filename=\"\"",
            "Content-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd\"",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a\u0000.txt\"",
            "Content-Disposition: form-data; name=\"file\"; filename=\"\\\"\"",
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%e2%80%ae%0d%0aX-Forged:1",
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%",
            "Content-Disposition: form-data; name=\"file\"; filename*=klingon''a",
            "Content-Disposition: form-data; name=\"file\"; filename=\"" + "n".repeat(400) + "\"",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: multipart/mixed; boundary=c",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: x",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Transfer-Encoding: base64",
            "content-disposition:form-data;name=file;filename=a.txt",
            "X: " + "x".repeat(20_000),
            "no header",
            ":",
            "");

    private static final List<String> CONTENTS = List.of(
            "hello",
            "",
            "%PDF-1.7\n",
            "PK\u0003\u0004",
            "PK\u0003\u0004" + "\u0000".repeat(5000),
            "\u0000\u0001\u0002",
            "\u00ff\u00fe",
            "--b",
            "--b--",
            "--c\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--c--",
            "x".repeat(10_000));

    private final FuzzedService service = FuzzedService.ready();

    private record Part(String head, String content) {}

    @Property(shrinking = ShrinkingMode.OFF, generation = GenerationMode.RANDOMIZED)
    void aFormOfAnythingIsAnsweredWithoutAFailure(@ForAll("forms") RawRequest request) {
        service.check(request);
    }

    @Provide
    Arbitrary<RawRequest> forms() {
        Arbitrary<String> heads = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(HEADS.get(0))),
                Tuple.of(2, Arbitraries.of(HEADS)),
                Tuple.of(
                        1,
                        HostileTexts.all()
                                .map(text ->
                                        "Content-Disposition: form-data; name=\"file\"; filename=\"" + text + "\"")));
        Arbitrary<List<Part>> parts = Combinators.combine(heads, Arbitraries.of(CONTENTS))
                .as(Part::new)
                .list()
                .ofMaxSize(5);
        Arbitrary<String> boundaries =
                Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just("b")), Tuple.of(1, Arbitraries.of(BOUNDARIES)));
        Arbitrary<String> ends = Arbitraries.of("--b--\r\n", "--b--", "--b", "", "--b--\r\nmore", "\r\n\r\n--b\r\n");
        return Combinators.combine(parts, boundaries, ends, Arbitraries.of("", "", "", "k", "k".repeat(256)))
                .as(UploadFuzzTests::request);
    }

    private static RawRequest request(List<Part> parts, String boundary, String end, String key) {
        String form = parts.stream()
                        .map(part -> "--b\r\n" + part.head() + "\r\n\r\n" + part.content() + "\r\n")
                        .collect(Collectors.joining())
                + end;
        RawRequest request = FuzzedService.request(UPLOAD)
                .without("Content-Type")
                .with("Content-Type: multipart/form-data; boundary=" + boundary);
        return (key.isEmpty() ? request : request.with("Idempotency-Key: " + key))
                .with(form.getBytes(StandardCharsets.ISO_8859_1));
    }
}
