package com.qontak.aiagent.agents.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;

@Timeout(20)
class AskedNamesTests {

    private final NameServer server = NameServer.start();
    private final AskedNames names = new AskedNames(new SingletonDnsServerAddressStreamProvider(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port())));

    AskedNamesTests() throws SocketException {}

    @AfterEach
    void close() {
        names.destroy();
        server.close();
    }

    @Test
    void nameIsAskedAnewEachTimeWhateverItsServerSaysOfHowLongItHolds() {
        assertThat(names.resolve("changes.example.").block())
                .extracting(InetAddress::getHostAddress)
                .containsExactly("203.0.113.1");
        assertThat(names.resolve("changes.example.").block())
                .extracting(InetAddress::getHostAddress)
                .containsExactly("203.0.113.2");
    }

    @Test
    void nameThatThereIsNotFails() {
        assertThatThrownBy(() -> names.resolve("nowhere.example.").block())
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void serversThatNeverAnswerHoldUpNoOtherName() {
        List<CompletableFuture<List<InetAddress>>> silent = Flux.range(0, 200)
                .map(number -> names.resolve("silent-" + number + ".example.").toFuture())
                .collectList()
                .block();

        assertThat(names.resolve("changes.example.").block()).hasSize(1);
        assertThat(silent).noneMatch(CompletableFuture::isDone);
    }
}
