package com.qontak.aiagent.agents.resources;

import java.net.InetAddress;
import java.net.URI;
import reactor.core.publisher.Mono;

/** Finds out where a page sends its readers on to. */
@FunctionalInterface
interface Redirects {

    /** Nobody asks. */
    Redirects NOT_FOLLOWED = (page, address) -> Mono.empty();

    /**
     * @param page an {@code http} or {@code https} address
     * @param address the one address of its host to connect to, whatever a resolver would say by now
     * @return where it leads, as the page says it, maybe relative; empty when it leads nowhere else, or does not answer
     */
    Mono<String> of(URI page, InetAddress address);
}
