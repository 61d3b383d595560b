package com.qontak.aiagent.upstream.noncoremrag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.access.Role;
import com.qontak.aiagent.agents.resources.Upload;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.testing.Upstreams;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamClients;
import com.qontak.aiagent.upstream.UpstreamProperties;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a body that is read once, and at its own pace, means for the knowledge upstream. */
@ServiceTest
@Timeout(60)
class NoncoreMragStoreTests {

    private static final UUID AGENT = UUID.fromString("5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Caller CALLER = new Caller(
            "bot_builder-1",
            Set.of(Role.BOT_BUILDER),
            new Organization(1, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE),
            null,
            "request-1");

    private final UpstreamClients clients;
    private final CircuitBreakerRegistry breakers;
    private final List<UpstreamClient> opened = new ArrayList<>();

    @Autowired
    NoncoreMragStoreTests(UpstreamClients clients, CircuitBreakerRegistry breakers) {
        this.clients = clients;
        this.breakers = breakers;
    }

    @BeforeEach
    @AfterEach
    void startAfresh() {
        Upstreams.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @AfterEach
    void closeConnections() {
        opened.forEach(UpstreamClient::close);
    }

    @Test
    void callerWhoBreaksOffBreaksTheUpstreamRequestOffAndIsNotHeldAgainstIt() {
        ProblemException brokenOff = new ProblemException(ProblemType.MALFORMED_REQUEST);
        try (ReadingUpstream upstream = ReadingUpstream.start(Long.MAX_VALUE)) {
            Flux<DataBuffer> content = Flux.concat(Flux.just(bytes("%PDF-1.7")), Flux.error(brokenOff));

            ProblemException failure = catchThrowableOfType(ProblemException.class, () -> store(upstream.uri())
                    .upload(CALLER, AGENT, upload(content), null)
                    .block());

            assertThat(failure).isSameAs(brokenOff);
            assertThat(upstream.received()).contains("name=\"agent_id\"").doesNotContain("name=\"title\"");
        }
        assertThat(breakers.circuitBreaker("noncore-mrag-upload").getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void fileIsReadNoFasterThanTheUpstreamTakesIt() throws InterruptedException {
        int chunks = 8 * 1024;
        CountDownLatch halfOfIt = new CountDownLatch(chunks / 2);
        Flux<DataBuffer> file = Flux.range(0, chunks).map(chunk -> {
            halfOfIt.countDown();
            return DefaultDataBufferFactory.sharedInstance.wrap(new byte[8 * 1024]);
        });
        try (ReadingUpstream upstream = ReadingUpstream.start(1024 * 1024)) {
            Disposable uploading = store(upstream.uri())
                    .upload(CALLER, AGENT, upload(file), null)
                    .subscribe(added -> {}, abandoned -> {});

            assertThat(upstream.received()).contains("name=\"file\"");

            // The upstream has stopped at 1 of 64 MiB; sockets hold a few more.
            assertThat(halfOfIt.await(500, TimeUnit.MILLISECONDS)).isFalse();
            uploading.dispose();
        }
    }

    private NoncoreMragStore store(URI uri) {
        UpstreamClient client = clients.client(
                "noncore-mrag",
                new UpstreamProperties.Upstream(
                        uri,
                        "credential",
                        PATIENCE,
                        PATIENCE,
                        PATIENCE,
                        DataSize.ofKilobytes(64),
                        Map.of("documents", "/v1/documents", "document", "/v1/documents/{document_id}")));
        opened.add(client);
        return new NoncoreMragStore(client);
    }

    private static Upload upload(Flux<DataBuffer> content) {
        return new Upload(
                "a.pdf", "application/pdf", "00", content, Mono.just(new Upload.Details("A file", List.of("sales"))));
    }

    private static DataBuffer bytes(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
