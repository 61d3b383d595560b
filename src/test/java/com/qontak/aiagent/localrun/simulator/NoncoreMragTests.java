package com.qontak.aiagent.localrun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoncoreMragTests {

    private static final String FORM = "multipart/form-data; boundary=edge";

    private final MutableClock clock = new MutableClock();
    private final UpstreamSimulator simulator = UpstreamSimulator.start(clock);
    private final UpstreamCaller caller = new UpstreamCaller(simulator.noncoreMrag(), 9);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aSnippetIsQueuedThenProcessedThenReady() {
        UpstreamCaller.Reply created = caller.post("/v1/documents", snippet("Jam buka"));
        String document = created.header("Location");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/status").asText()).isEqualTo("queued");
        assertThat(created.at("/bytes").asInt()).isEqualTo(4);
        assertThat(created.at("/skill_ids/0").asText()).isEqualTo("opening_hours");
        assertThat(created.at("/created_at").asText()).isEqualTo("2026-11-20T03:00:00Z");
        clock.advance(Duration.ofMillis(999));
        assertThat(status(document)).isEqualTo("queued");
        clock.advance(Duration.ofMillis(1));
        assertThat(status(document)).isEqualTo("processing");
        clock.advance(Duration.ofSeconds(2));
        assertThat(status(document)).isEqualTo("ready");
    }

    @Test
    void aPageWithoutATitleIsNamedByItsAddress() {
        ObjectNode body = Json.object().put("agent_id", "a1").put("kind", "url").put("url", "https://example.com/faq");

        UpstreamCaller.Reply created = caller.post("/v1/documents", body);

        assertThat(created.at("/title").asText()).isEqualTo("https://example.com/faq");
        assertThat(created.at("/kind").asText()).isEqualTo("url");
    }

    @Test
    void aDocumentThatIsToFailFailsWithAReason() {
        String document =
                caller.post("/v1/documents", snippet("Jam buka [fail]")).header("Location");
        assertThat(caller.get(document).json().has("error")).isFalse();

        clock.advance(Document.FINISHED);

        assertThat(status(document)).isEqualTo("failed");
        assertThat(caller.get(document).at("/error").asText()).isEqualTo("The content could not be read");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 70_000, 5_000_000})
    void anUploadIsCountedToTheLastByte(int bytes) {
        UpstreamCaller.Reply created = upload(bytes, "Daftar harga — lengkap");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.at("/bytes").asInt()).isEqualTo(bytes);
        assertThat(created.at("/title").asText()).isEqualTo("Daftar harga — lengkap");
        assertThat(created.at("/agent_id").asText()).isEqualTo("a1");
        assertThat(created.at("/kind").asText()).isEqualTo("file");
        assertThat(created.at("/skill_ids")).isEqualTo(Json.array(List.of("order_status", "sales")));
    }

    @Test
    void anUploadWithoutATitleIsNamedByItsFileAndFailsWhenEmpty() {
        UpstreamCaller.Reply created = upload(0, "");
        assertThat(created.at("/title").asText()).isEqualTo("harga.pdf");

        clock.advance(Document.FINISHED);

        assertThat(caller.get(created.header("Location")).at("/error").asText()).isEqualTo("The file is empty");
    }

    @Test
    void aFormNeedsAFileAndAnAgent() {
        String field = "--edge\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nX\r\n--edge--\r\n";

        UpstreamCaller.Reply reply =
                caller.send("POST", "/v1/documents", BodyPublishers.ofString(field), "Content-Type", FORM);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/error/path").asText()).isEqualTo("/file");
    }

    @Test
    void theListIsThatOfOneAgentTheNewestFirst() {
        caller.post("/v1/documents", snippet("Satu"));
        caller.post("/v1/documents", snippet("Dua"));
        caller.post("/v1/documents", snippet("Lain").put("agent_id", "a2"));

        JsonNode list = caller.get("/v1/documents?agent_id=a1").json();

        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.findValuesAsText("title")).containsExactly("Dua", "Satu");
        assertThat(caller.get("/v1/documents").at("/total").asInt()).isEqualTo(3);
    }

    @Test
    void aDocumentOfAnotherOrganizationIsNotFound() {
        String document = caller.post("/v1/documents", snippet("Jam buka")).header("Location");
        UpstreamCaller other = caller.of(10);

        assertThat(other.get(document).status()).isEqualTo(404);
        assertThat(other.delete(document).status()).isEqualTo(404);
        assertThat(other.get("/v1/documents?agent_id=a1").at("/total").asInt()).isZero();
        assertThat(caller.get(document).status()).isEqualTo(200);
    }

    @Test
    void aDeletedDocumentIsGone() {
        String document = caller.post("/v1/documents", snippet("Jam buka")).header("Location");

        assertThat(caller.delete(document).status()).isEqualTo(204);
        assertThat(caller.get(document).status()).isEqualTo(404);
    }

    @Test
    void theSameKeyMakesOneDocument() {
        UpstreamCaller.Reply first = caller.post("/v1/documents", snippet("Jam buka"), "Idempotency-Key", "k1");
        UpstreamCaller.Reply again = caller.post("/v1/documents", snippet("Jam buka"), "Idempotency-Key", "k1");

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(caller.get("/v1/documents").at("/total").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent_id", "kind", "title", "text"})
    void whatASnippetNeedsIsNamed(String field) {
        ObjectNode body = snippet("Jam buka");
        body.remove(field);

        UpstreamCaller.Reply reply = caller.post("/v1/documents", body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/error/path").asText()).isEqualTo("/" + field);
    }

    private String status(String document) {
        return caller.get(document).at("/status").asText();
    }

    private UpstreamCaller.Reply upload(int bytes, String title) {
        String head = field("title", title)
                + field("skill_ids", "order_status")
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"harga.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n";
        String tail = "\r\n" + field("skill_ids", "sales") + field("agent_id", "a1") + "--edge--\r\n";
        InputStream form = new SequenceInputStream(Collections.enumeration(List.of(
                stream(head.getBytes(StandardCharsets.UTF_8)),
                stream(new byte[bytes]),
                stream(tail.getBytes(StandardCharsets.UTF_8)))));
        return caller.send("POST", "/v1/documents", BodyPublishers.ofInputStream(() -> form), "Content-Type", FORM);
    }

    private static String field(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static ObjectNode snippet(String title) {
        ObjectNode body = Json.object()
                .put("agent_id", "a1")
                .put("kind", "snippet")
                .put("title", title)
                .put("text", "8-5.");
        body.set("skill_ids", Json.array(List.of("opening_hours")));
        return body;
    }
}
