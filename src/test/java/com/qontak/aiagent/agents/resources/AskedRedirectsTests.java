package com.qontak.aiagent.agents.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    private String of(String path) {
        return redirects
                .of(URI.create("http://tokomaju.example:" + port() + path), InetAddress.getLoopbackAddress())
                .block();
    }

    private int port() {
        return site.getAddress().getPort();
    }
}
