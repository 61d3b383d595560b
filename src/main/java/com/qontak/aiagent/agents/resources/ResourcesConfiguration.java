package com.qontak.aiagent.agents.resources;

import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What the knowledge of agents needs of its surroundings: threads to read uploads on, and the names of hosts. */
@Configuration(proxyBeanMethods = false)
class ResourcesConfiguration {

    private static final int WAITING_UPLOADS = 10_000;
    private static final int IDLE_SECONDS = 60;

    // Threads of their own: a caller who sends slowly keeps one, and nothing else may wait for it.
    @Bean(destroyMethod = "dispose")
    Scheduler uploadThreads(ResourceProperties properties) {
        return Schedulers.newBoundedElastic(
                properties.maxConcurrentUploads(), WAITING_UPLOADS, "upload", IDLE_SECONDS, true);
    }

    @Bean
    Redirects redirects(ResourceProperties properties) {
        return properties.followRedirects() ? new AskedRedirects() : Redirects.NOT_FOLLOWED;
    }

    @Bean
    @ConditionalOnMissingBean
    HostResolver hostResolver() {
        return new AskedNames(DnsServerAddressStreamProviders.platformDefault());
    }
}
