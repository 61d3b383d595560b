package com.qontak.aiagent.upstream.noncoremrag;

import com.qontak.aiagent.agents.resources.ResourceStore;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamClients;
import com.qontak.aiagent.upstream.UpstreamProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes what the features need of {@code noncore-mrag}. */
@Configuration(proxyBeanMethods = false)
class NoncoreMragConfiguration {

    @Bean
    UpstreamClient noncoreMragClient(UpstreamClients clients, UpstreamProperties upstreams) {
        return clients.client("noncore-mrag", upstreams.noncoreMrag());
    }

    @Bean
    ResourceStore resourceStore(UpstreamClient noncoreMragClient) {
        return new NoncoreMragStore(noncoreMragClient);
    }
}
