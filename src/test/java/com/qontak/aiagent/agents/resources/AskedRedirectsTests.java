package com.qontak.aiagent.agents.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a page that wants to lead its reader somewhere else. */
@Timeout(20)
class AskedRedirectsTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Redirects redirects = new AskedRedirects();
    private HttpServer site;

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().keySet());
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            if (moved) {
                exchange.getResponseHeaders().set("Location", "http://10.0.0.1/");
            }
            exchange.sendResponseHeaders(moved ? 302 : 200, -1);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void nothingIsKeptOfAPageThatWasAsked() throws IOException {
        InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        WeakReference<InetAddress> kept = new WeakReference<>(address);
        assertThat(redirects
                        .of(
                                URI.create("http://shop.example:"
                                        + site.getAddress().getPort() + "/"),
                                address)
                        .blockOptional())
                .isEmpty();
        address = null;

        await().until(() -> {
            System.gc();
            return kept.get() == null;
        });
    }

    @Test
    void pageIsAskedAtTheAddressThatWasCheckedAndNotFollowed() {
        assertThat(of("/moved")).isEqualTo("http://10.0.0.1/");
        assertThat(asked).singleElement().satisfies(question -> assertThat(question)
                .startsWith("GET tokomaju.example:" + port() + " /moved")
                .doesNotContain("Authorization", "Cookie", "X-"));
    }

    @Test
    void pageThatLeadsNowhereOrDoesNotAnswerSaysNothing() {
        assertThat(of("/faq")).isNull();
        int port = port();
        site.stop(0);
        assertThat(redirects
                        .of(URI.create("http://tokomaju.example:" + port + "/moved"), InetAddress.getLoopbackAddress())
                        .block())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This is no HTTP",
                "HTTP/1.1 302 Found\r\nLoca",
                "HTTP/1.1 302 Found\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of it"
            })
    void pageThatBreaksOffSaysNothing(String answer) throws Exception {
        assertThat(ofASiteThat(caller -> caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII))))
                .isNull();
    }

    @Test
    void pageThatKeepsItsReaderWaitingIsWaitedForTwoSeconds() throws Exception {
        CountDownLatch givenUp = new CountDownLatch(1);

        String location = ofASiteThat(caller -> {
            while (caller.getInputStream().read() >= 0) {
                continue;
            }
            givenUp.countDown();
        });

        assertThat(location).isNull();
        assertThat(givenUp.await(10, TimeUnit.SECONDS))
                .as("its connection is closed")
                .isTrue();
    }

    private @Nullable String ofASiteThat(Answering answering) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket caller = server.accept()) {
                    answering.to(caller);
                } catch (IOException hungUp) {
                    throw new UncheckedIOException(hungUp);
                }
            });
            String location = redirects
                    .of(
                            URI.create("http://tokomaju.example:" + server.getLocalPort() + "/faq"),
                            InetAddress.getLoopbackAddress())
                    .block();
            answered.get(10, TimeUnit.SECONDS);
            return location;
        }
    }

    private interface Answering {
        void to(Socket caller) throws IOException;
    }

    private @Nullable String of(String path) {
        return redirects
                .of(URI.create("http://tokomaju.example:" + port() + path), InetAddress.getLoopbackAddress())
                .block();
    }

    private int port() {
        return site.getAddress().getPort();
    }
}
