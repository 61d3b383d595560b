package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.testing.Api;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class ProblemTests {

    private final Api api;
    private final WebTestClient builder;
    private final Messages messages;
    private final int port;

    @Autowired
    ProblemTests(Environment environment, Messages messages) {
        this.api = Api.of(environment);
        this.builder = api.as(1, "bot_builder");
        this.messages = messages;
        this.port = environment.getRequiredProperty("local.server.port", int.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsExplainedInBothLanguages(ProblemType type) {
        for (String part : new String[] {".title", ".detail", ".remedy"}) {
            String english = messages.text("problem." + type.slug() + part, Locale.ENGLISH);
            String indonesian = messages.text("problem." + type.slug() + part, Locale.forLanguageTag("id"));
            assertThat(english).isNotBlank();
            assertThat(indonesian).isNotBlank().isNotEqualTo(english);
        }
        api.anonymous()
                .get()
                .uri("/problems/" + type.slug())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(type.status().value());
    }

    @Test
    void unknownAddressIsNotFound() {
        expectProblem(builder.get().uri("/nowhere").exchange(), 404, "not-found");
    }

    @Test
    void bodyThatIsNoJsonNamesTheLineItBreaksOffAt() {
        expectProblem(post("{\"name\": \"x\",\n bad"), 400, "malformed-request")
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("line 2"));
    }

    @Test
    void fieldWrittenTwiceIsMalformed() {
        expectProblem(post("{\"name\": \"x\", \"name\": \"y\"}"), 400, "malformed-request");
    }

    @Test
    void fieldNobodyKnowsIsNamed() {
        expectProblem(post("{\"name\": \"x\", \"colour\": 1}"), 422, "invalid-input")
                .jsonPath("$.findings[0].code")
                .isEqualTo("unknown_field")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/colour");
    }

    @Test
    void valueOfTheWrongShapeIsNamed() {
        expectProblem(post("{\"name\": {\"first\": \"x\"}}"), 422, "invalid-input")
                .jsonPath("$.findings[0].pointer")
                .isEqualTo("/name");
    }

    @Test
    void otherMediaTypeIsUnsupported() {
        expectProblem(
                builder.post()
                        .uri("/v2/ai_agents")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("x")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void mediaTypeThatIsAnyIsUnsupported() throws IOException {
        assertThat(raw("Content-Type: */*;q=0\r\nContent-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 415");
    }

    @Test
    void headerThatIsNoTextIsMalformed() throws IOException {
        assertThat(
                        raw(
                                "Content-Type: application/json\r\nIdempotency-Key: \u00ff\u0080\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed-request");
    }

    private String raw(String rest) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head =
                    "POST /v2/ai_agents HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + Tokens.of(1, "bot_builder") + "\r\n";
            socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void formatNobodyCanAnswerIsNotAcceptable() {
        expectProblem(
                builder.get().uri("/v2/ai_agents").accept(MediaType.IMAGE_PNG).exchange(), 406, "not-acceptable");
    }

    @Test
    void wrongMethodIsToldTheRightOnes() {
        expectProblem(builder.delete().uri("/v2/ai_agents").exchange(), 405, "method-not-allowed");
        builder.delete().uri("/v2/ai_agents").exchange().expectHeader().valueEquals("Allow", "GET, POST");
    }

    @Test
    void announcedBodyOverTheLimitIsRefusedBeforeItIsReadWithTheHeadersOfEveryAnswer() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("POST /v2/ai_agents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                                    + "\r\nAuthorization: Bearer " + Tokens.of(1, "bot_builder")
                                    + "\r\nContent-Length: 999999999\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            // The rest of the body will not come, so that nobody waits for it.
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("/problems/payload-too-large", "Connection: close")
                    .containsIgnoringCase("Strict-Transport-Security")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff");
        }
    }

    @Test
    void unannouncedBodyOverTheLimitIsRefusedOnceItIsPassed() {
        String pack = "{\"name\": \"" + "x".repeat(5 * 1024 * 1024) + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v2/ai_agents"))
                .header("Authorization", "Bearer " + Tokens.of(1, "bot_builder"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(pack.getBytes(StandardCharsets.UTF_8))))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/payload-too-large");
    }

    @Test
    void addressTheContainerRefusesIsAProblemToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /v2/ai_agents/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/problems/malformed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 1000})
    void callerOfManyLanguagesIsAnsweredInOneOfOurs(int others) {
        String languages = "fr,de,".repeat(others) + "id";

        builder.get()
                .uri("/problems/not-found")
                .header("Accept-Language", languages)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo(messages.text("problem.not-found.title", Locale.forLanguageTag("id")));
    }

    @Test
    void requestIdComesBackInHeaderAndProblem() {
        expectProblem(
                        builder.get()
                                .uri("/nowhere")
                                .header("X-Request-Id", "abc-1")
                                .exchange(),
                        404,
                        "not-found")
                .jsonPath("$.request_id")
                .isEqualTo("abc-1");
    }

    @Test
    void unsafeRequestIdIsReplaced() {
        builder.get()
                .uri("/nowhere")
                .header("X-Request-Id", "a b\"c")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).doesNotContain(" ").hasSize(36));
    }

    private WebTestClient.ResponseSpec post(String body) {
        return builder.post()
                .uri("/v2/ai_agents")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec expectProblem(
            WebTestClient.ResponseSpec answer, int status, String name) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists("X-Request-Id")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + name)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
