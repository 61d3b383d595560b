package com.qontak.aiagent.fuzz;

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

/** Headers that mean something to the service or to what it is made of, with values that mean nothing. */
class HeaderFuzzTests {

    private static final List<String> NAMES = List.of(
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Idempotency-Key",
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Accept-Encoding",
            "Content-Type",
            "Content-Encoding",
            "Content-Length",
            "Transfer-Encoding",
            "X-Request-Id",
            "X-Organization-Id",
            "traceparent",
            "tracestate",
            "baggage",
            "Authorization",
            "Cookie",
            "Origin",
            "Access-Control-Request-Method",
            "Range",
            "Expect",
            "Host",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-HTTP-Method-Override",
            "Upgrade",
            "Last-Event-ID",
            "x forged",
            "");

    private static final List<String> VALUES = List.of(
            "*",
            "\"1\"",
            "W/\"1\"",
            "\"1\", \"2\"",
            "\"",
            "1",
            "\"\u0001\"",
            "*/*;q=0",
            "text/html;q=2",
            "application/json;charset=utf-7",
            "application/json;charset=klingon",
            "application/json; charset=\"utf-8",
            "application/problem+json",
            "application/merge-patch+json;x=y",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"" + "b".repeat(200) + "\"",
            "text/event-stream",
            "/",
            "a/b/c",
            "id-ID,id;q=0.9",
            "xx-".repeat(100),
            "en;q=abc",
            "gzip",
            "chunked",
            "chunked, identity",
            "-1",
            "0",
            "7",
            "99999999",
            "99999999999999999999",
            "100-continue",
            "bytes=0-",
            "Bearer",
            "Bearer x.y.z",
            "Bearer Bearer",
            "Basic YTpi",
            "00-00000000000000000000000000000000-0000000000000000-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-zz",
            "localhost:99999",
            "[::1",
            "null",
            "https://evil.example",
            "DELETE",
            "websocket",
            "a=b; ".repeat(200),
            "k=v,".repeat(400),
            "\u0000",
            "a\rb",
            "a\n b",
            "\u001b[2J",
            "\u00e9\u00ff",
            "\t",
            "x".repeat(7000),
            "x".repeat(20_000));

    private final FuzzedService service = FuzzedService.ready();

    @Property(shrinking = ShrinkingMode.OFF, generation = GenerationMode.RANDOMIZED)
    void headersOfAnythingAreAnsweredWithoutAFailure(@ForAll("requests") RawRequest request) {
        service.check(request);
    }

    @Provide
    Arbitrary<RawRequest> requests() {
        Arbitrary<String> values =
                Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(VALUES)), Tuple.of(1, HostileTexts.all()));
        Arbitrary<List<String>> headers = Combinators.combine(Arbitraries.of(NAMES), values)
                .as((name, value) -> name + ": " + value)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(Arbitraries.of(ApiOperation.all()), headers, Arbitraries.of(true, false))
                .as(HeaderFuzzTests::request);
    }

    private static RawRequest request(ApiOperation call, List<String> headers, boolean instead) {
        RawRequest request = FuzzedService.request(call);
        if (call.body().isPresent()) {
            request = request.with(call.body().get().toString().getBytes(StandardCharsets.UTF_8));
        }
        for (String header : headers) {
            String name = header.substring(0, header.indexOf(':'));
            request = (instead ? request.without(name) : request).with(header);
        }
        return request;
    }
}
