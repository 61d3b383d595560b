package com.qontak.aiagent.agents.resources;

import io.netty.channel.ChannelOption;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Asks the page itself, and reads no more than the head of its answer. Nothing of the caller's goes with the question,
 * and it goes to the address that was checked: a resolver that changes its answer leads nowhere else.
 */
final class AskedRedirects implements Redirects {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    @Override
    public Mono<String> of(URI page, InetAddress address) {
        return Mono.using(() -> new Pinned(address), pinned -> ask(page, pinned), Pinned::close);
    }

    private static Mono<String> ask(URI page, Pinned address) {
        return HttpClient.create(ConnectionProvider.newConnection())
                .resolver(address)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
                .responseTimeout(PATIENCE)
                .get()
                .uri(page)
                .responseSingle((answer, body) -> {
                    int status = answer.status().code();
                    boolean leadsOn = status >= FIRST_REDIRECT && status < FIRST_ERROR;
                    return Mono.justOrEmpty(leadsOn ? answer.responseHeaders().get("Location") : null);
                })
                .timeout(PATIENCE)
                .onErrorResume(silent -> Mono.empty());
    }

    /** Answers the same address for every name. */
    private static final class Pinned extends AddressResolverGroup<InetSocketAddress> {

        private final InetAddress address;

        Pinned(InetAddress address) {
            this.address = address;
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetNameResolver(executor) {
                @Override
                protected void doResolve(String host, Promise<InetAddress> promise) {
                    promise.setSuccess(address);
                }

                @Override
                protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
                    promise.setSuccess(List.of(address));
                }
            }.asAddressResolver();
        }
    }
}
