package com.qontak.aiagent.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qontak.aiagent.testing.ServiceInstance;
import com.qontak.aiagent.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process with little memory that is sent far more than fits into it, all at once. */
@Timeout(120)
class LargeBodiesTests {

    private static final int AT_ONCE = 120;
    private static final int BODY = 3 * 1024 * 1024;

    private final HttpClient callers =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    private int port;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = ServiceInstance.process(ServiceInstance.database(), port, "web.max-body-memory=48MB");
        builder.command().add(1, "-XX:+ExitOnOutOfMemoryError");
        process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(90)).until(this::answers);
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void manyLargeBodiesAtOnceAreAnsweredWithinTheMemoryThereIs() {
        byte[] dense = json("{\"capability_pack\": {\"x\": [", "{},", "{}]}}");
        byte[] lengthy = json("{\"capability_pack\": {\"x\": \"", "abc", "\"}}");

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.iterate(0, number -> number + 1)
                .limit(AT_ONCE)
                .map(number -> callers.sendAsync(
                        validation(number % 2 == 0 ? dense : lengthy), HttpResponse.BodyHandlers.ofString()))
                .toList();
        Set<Integer> statuses = answers.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .collect(Collectors.toSet());

        assertThat(statuses).isSubsetOf(200, 413, 422, 503).containsAnyOf(413, 503);
        assertThat(process.isAlive()).isTrue();
        assertThat(callers.sendAsync(validation(small()), HttpResponse.BodyHandlers.ofString())
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpRequest validation(byte[] body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v2/ai_agents/validate"))
                .header("Authorization", "Bearer " + Tokens.of(1, "bot_builder"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        // Given as bytes, each would be copied as a whole: more than the tests have room for.
                        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), body.length))
                .build();
    }

    private static byte[] small() {
        return "{\"capability_pack\": {}}".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(String before, String repeated, String after) {
        return (before + repeated.repeat(BODY / repeated.length()) + after).getBytes(StandardCharsets.UTF_8);
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("It did not start: " + Files.readString(folder.resolve("log")));
        }
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return caller.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
