package com.qontak.aiagent.agents.resources;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static com.qontak.aiagent.testing.Upstreams.NONCORE_MRAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Uploads through the whole service, their length never announced. */
@ServiceTest
@Timeout(60)
class UploadTests {

    // As long as the other, and something else.
    private static final byte[] OTHER_PDF = new String(SampleFiles.PDF, StandardCharsets.US_ASCII)
            .replace("Catalog", "catalog")
            .getBytes(StandardCharsets.US_ASCII);
    private static final long LARGEST = 20 * 1024 * 1024;

    private final String key = UUID.randomUUID().toString();
    private final HttpClient http = HttpClient.newHttpClient();
    private final MeterRegistry meters;
    private final String resources;

    @Autowired
    UploadTests(Environment environment, MeterRegistry meters) {
        this.meters = meters;
        this.resources = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/v2/ai_agents/"
                + DocumentJson.AGENT + "/resources";
    }

    @BeforeEach
    void upstreamsAnswer() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get("/v1/agents/" + DocumentJson.AGENT).willReturn(okJson(DocumentJson.agent(1))));
        NONCORE_MRAG.stubFor(post("/v1/documents").willReturn(okJson(DocumentJson.document("queued"))));
    }

    @Test
    void fileArrivesUpstreamAsItIsWithEverythingAroundIt() {
        byte[] docx = SampleFiles.docx();

        HttpResponse<String> answer = send(new Form()
                .file("harga.exe", docx)
                .field("title", "Daftar skill — 2026")
                .field("capability_ids", "order_status")
                .whole());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(location -> assertThat(resources)
                .endsWith(location.substring(0, location.length() - "/doc_1".length())));
        NONCORE_MRAG.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/documents"))
                        .withHeader("Idempotency-Key", matching("[0-9a-f-]{36}"))
                        .withHeader("Content-Type", containing("multipart/form-data"))
                        .withRequestBodyPart(aMultipart("agent_id")
                                .withBody(equalTo(DocumentJson.AGENT))
                                .build())
                        .withRequestBodyPart(aMultipart("file")
                                .withFileName("harga.exe")
                                .withHeader("Content-Type", equalTo(FileType.DOCX.mediaType()))
                                .withBody(binaryEqualTo(docx))
                                .build())
                        .withRequestBodyPart(aMultipart("title")
                                .withBody(equalTo("Daftar skill — 2026"))
                                .build())
                        .withRequestBodyPart(aMultipart("skill_ids")
                                .withBody(equalTo("order_status"))
                                .build()));
    }

    @Test
    void otherFileUnderTheKeyOfOneThatFailedGoesUnderAnotherAndTheSameUnderTheSame() {
        NONCORE_MRAG.stubFor(post("/v1/documents").willReturn(serverError()));
        Map<String, byte[]> first = Map.of("a.pdf", SampleFiles.PDF);
        List.of(first, first, Map.of("b.pdf", SampleFiles.PDF), Map.of("a.pdf", OTHER_PDF))
                .forEach(form -> form.forEach((name, file) -> assertThat(
                                send(new Form().file(name, file).whole()).statusCode())
                        .isEqualTo(502)));

        List<String> keys = NONCORE_MRAG.findAll(postRequestedFor(urlEqualTo("/v1/documents"))).stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();

        assertThat(keys).hasSize(4);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(Set.copyOf(keys)).hasSize(3);
    }

    @Test
    void largestFileArrivesToTheLastByte() {
        HttpResponse<String> answer =
                send(new Form().file("a.pdf", new PdfStream(LARGEST)).whole());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(NONCORE_MRAG.getAllServeEvents().get(0).getRequest().getBody().length)
                .isBetween((int) LARGEST, (int) LARGEST + 1024);
    }

    @Test
    void oneByteMoreIsTooLargeAndNothingIsAdded() {
        HttpResponse<String> answer =
                send(new Form().file("a.pdf", new PdfStream(LARGEST + 1)).whole());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/payload-too-large", "20 MB");
        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void wrongTypeUnderARightNameIsRefusedInTheCallersLanguage() {
        HttpResponse<String> answer =
                send(new Form().file("harga.pdf", SampleFiles.EXE).whole());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("unsupported_file_type", "Berkas jenis ini tidak bisa dibaca.");
        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void whatComesAfterTheFileCanStillRefuseIt() {
        HttpResponse<String> answer = send(new Form()
                .file("a.pdf", new PdfStream(1_000_000))
                .field("colour", "red")
                .whole());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("unknown_field");
        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void callerWhoHangsUpAbandonsTheUpstreamCall() throws IOException {
        Timer abandoned = abandonedUploads();
        long before = abandoned.count();
        try (Socket caller = new Socket("127.0.0.1", URI.create(resources).getPort())) {
            String head = "POST " + URI.create(resources).getPath() + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + Tokens.of(1, "bot_builder") + "\r\n"
                    + "Content-Type: " + Form.TYPE + "\r\nContent-Length: 5000000\r\n\r\n";
            caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            new Form().file("a.pdf", new PdfStream(1_000_000)).brokenOff().transferTo(caller.getOutputStream());
        }

        await().until(() -> abandoned.count() == before + 1);
        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void formWithoutABoundaryIsMalformed() {
        HttpResponse<String> answer = send("multipart/form-data", new Form().whole());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void agentOfAnotherTenantIsNotFound() {
        MEKARI_AGENT.stubFor(get("/v1/agents/" + DocumentJson.AGENT).willReturn(okJson(DocumentJson.agent(2))));

        HttpResponse<String> answer =
                send(new Form().file("a.pdf", SampleFiles.PDF).whole());

        assertThat(answer.statusCode()).isEqualTo(404);
        NONCORE_MRAG.verify(0, anyRequestedFor(anyUrl()));
    }

    private Timer abandonedUploads() {
        return Timer.builder("upstream.calls")
                .tag("upstream", "noncore-mrag")
                .tag("call", "upload-document")
                .tag("outcome", "abandoned")
                .publishPercentileHistogram()
                .register(meters);
    }

    private HttpResponse<String> send(InputStream body) {
        return send(Form.TYPE, body);
    }

    private HttpResponse<String> send(String type, InputStream body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(resources))
                .header("Authorization", "Bearer " + Tokens.of(1, "bot_builder"))
                .header("Content-Type", type)
                .header("Accept-Language", "id")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
}
