package com.qontak.aiagent.agents.resources;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;

/**
 * Asks name servers themselves. The JVM would remember what it was told for half a minute, in which a name that changes its
 * address would go unnoticed, and would keep a thread for each server that never answers.
 */
final class AskedNames implements HostResolver, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventLoopGroup thread = new NioEventLoopGroup(1, new DefaultThreadFactory("names", true));
    private final DnsNameResolver resolver;

    /** @param servers whom to ask */
    AskedNames(DnsServerAddressStreamProvider servers) {
        this.resolver = new DnsNameResolverBuilder(thread.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .nameServerProvider(servers)
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
                .queryTimeoutMillis(PATIENCE.toMillis())
                .build();
    }

    @Override
    public Mono<List<InetAddress>> resolve(String host) {
        return Mono.create(answer -> resolver.resolveAll(host).addListener((Future<List<InetAddress>> told) -> {
            if (told.isSuccess()) {
                answer.success(told.getNow());
            } else {
                answer.error(told.cause());
            }
        }));
    }

    @Override
    public void destroy() {
        resolver.close();
        thread.shutdownGracefully(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
