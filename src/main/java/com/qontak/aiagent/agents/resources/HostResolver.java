package com.qontak.aiagent.agents.resources;

import java.net.InetAddress;
import java.util.List;
import reactor.core.publisher.Mono;

/** Finds the addresses of a host, as they are now. */
interface HostResolver {

    /**
     * @param host a host's name
     * @return all its addresses, never none; fails if it has none, or nobody tells in time. No thread waits for them
     */
    Mono<List<InetAddress>> resolve(String host);
}
