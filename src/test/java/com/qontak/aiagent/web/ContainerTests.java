package com.qontak.aiagent.web;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.qontak.aiagent.testing.Upstreams.CHATBOT_AI;
import static com.qontak.aiagent.testing.Upstreams.MEKARI_AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.agents.AgentJson;
import com.qontak.aiagent.testing.ServiceInstance;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Tokens;
import com.qontak.aiagent.testing.Upstreams;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What the web server does before and after our code: compressing, keeping connections, waiting. */
@ServiceTest
class ContainerTests {

    private static final String AGENT = "/v2/ai_agents/" + AgentJson.UUID;
    private static final String LONG_TEXT = "Use every skill you have. ".repeat(1000);
    private static final int BODY = 300_000;

    private final int port;

    @Autowired
    ContainerTests(Environment environment) {
        this.port = environment.getRequiredProperty("local.server.port", Integer.class);
    }

    @BeforeEach
    void storeAnAgent() {
        Upstreams.reset();
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents/" + AgentJson.UUID))
                .willReturn(okJson(AgentJson.agent(1, 3, "draft").replace("Use every skill you have", LONG_TEXT))));
    }

    @Test
    void answerWithAStrongTagIsSentAsItIs() throws Exception {
        HttpResponse<String> answer = read(port, AGENT);

        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).contains(LONG_TEXT);
    }

    @Test
    void answerWithoutATagIsCompressed() throws Exception {
        HttpResponse<String> answer = read(port, "/v3/api-docs");

        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @Test
    void preparedAnswerWithoutATagIsCompressedWhole() throws Exception {
        CHATBOT_AI.stubFor(post(urlPathEqualTo("/v1/draft-skill-pack"))
                .willReturn(okJson("{\"notes\": [], \"skill_pack\": "
                        + AgentJson.SKILL_PACK.replace("Use every skill you have", LONG_TEXT) + "}")));

        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        request(port, "/v2/ai_agents/generate")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"prompt\": \"Answer what customers of a shop ask\", \"language\": \"id\"}"))
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        byte[] draft = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(new ObjectMapper()
                        .readTree(draft)
                        .at("/capability_pack/profile/instructions")
                        .asText())
                .isEqualTo(LONG_TEXT);
    }

    @Test
    void headersMayTakeMoreThanIsReadAtOnce() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(request(port, AGENT).header("X-Note", "n".repeat(6000)).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void connectionServesTheNextRequestThoughTheBodyOfTheOneBeforeWasNotWanted() throws IOException {
        try (Socket caller = new Socket("127.0.0.1", port)) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            send(
                    caller,
                    "POST /v2/ai_agents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + BODY + "\r\n\r\n");
            assertThat(answers.readLine()).startsWith("HTTP/1.1 401");

            send(caller, " ".repeat(BODY));
            send(caller, "GET /problems/not-found HTTP/1.1\r\nHost: localhost\r\n\r\n");

            // The body before it ends without a line of its own.
            assertThat(answers.lines()
                            .filter(line -> line.contains("HTTP/1.1 "))
                            .findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("HTTP/1.1 200"));
        }
    }

    /** Drafts take up to a minute and a half, in which nothing is said on a caller's connection. */
    @Test
    void connectionThatWaitsForItsAnswerIsNotIdle() throws Exception {
        MEKARI_AGENT.stubFor(get(urlPathEqualTo("/v1/agents/" + AgentJson.UUID))
                .willReturn(okJson(AgentJson.agent(1, 3, "draft")).withFixedDelay(1500)));
        try (ServiceInstance service =
                ServiceInstance.start(ServiceInstance.database(), "server.jetty.connection-idle-timeout=200ms")) {
            int itsPort = service.environment().getRequiredProperty("local.server.port", Integer.class);

            assertThat(read(itsPort, AGENT).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> read(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(port, path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + Tokens.of(1, "bot_builder"))
                .header("Accept-Encoding", "gzip");
    }

    private static void send(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
