package com.qontak.aiagent.upstream.chatbotai;

import com.qontak.aiagent.agents.draft.AgentDrafter;
import com.qontak.aiagent.agents.refine.AgentRefiner;
import com.qontak.aiagent.upstream.UpstreamClient;
import com.qontak.aiagent.upstream.UpstreamClients;
import com.qontak.aiagent.upstream.UpstreamProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes what the features need of {@code chatbot-ai}. */
@Configuration(proxyBeanMethods = false)
class ChatbotAiConfiguration {

    @Bean
    UpstreamClient chatbotAiClient(UpstreamClients clients, UpstreamProperties upstreams) {
        return clients.client("chatbot-ai", upstreams.chatbotAi());
    }

    @Bean
    AgentDrafter agentDrafter(UpstreamClient chatbotAiClient) {
        return new ChatbotAiDrafter(chatbotAiClient);
    }

    @Bean
    AgentRefiner agentRefiner(UpstreamClient chatbotAiClient) {
        return new ChatbotAiRefiner(chatbotAiClient);
    }
}
