package com.qontak.aiagent.agents.resources;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Blocks while it asks. */
interface HostResolver {

    /**
     * @param host a host's name
     * @return all its addresses; never empty
     * @throws UnknownHostException if it has none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
