package com.qontak.aiagent.upstream.mekariagent;

import com.qontak.aiagent.agents.AgentStore;
import com.qontak.aiagent.agents.actions.ActionCatalogue;
import com.qontak.aiagent.agents.preview.PreviewRuntime;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamClients;
import com.qontak.aiagent.upstream.UpstreamProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes what the features need of {@code mekari-agent}. */
@Configuration(proxyBeanMethods = false)
class MekariAgentConfiguration {

    @Bean
    UpstreamClient mekariAgentClient(UpstreamClients clients, UpstreamProperties upstreams) {
        return clients.client("mekari-agent", upstreams.mekariAgent());
    }

    @Bean
    AgentStore agentStore(UpstreamClient mekariAgentClient) {
        return new MekariAgentStore(mekariAgentClient);
    }

    @Bean
    ActionCatalogue actionCatalogue(UpstreamClient mekariAgentClient) {
        return new MekariActionCatalogue(mekariAgentClient);
    }

    @Bean
    PreviewRuntime previewRuntime(UpstreamClient mekariAgentClient) {
        return new MekariPreviewRuntime(mekariAgentClient);
    }
}
