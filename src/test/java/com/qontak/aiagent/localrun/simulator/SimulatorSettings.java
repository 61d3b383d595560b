package com.qontak.aiagent.localrun.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How the simulated upstreams behave.
 *
 * @param token the only bearer token they accept; empty when any will do
 * @param thinking how long a draft or a refinement takes
 * @param interval the time between two events of a streamed preview
 * @param firstPort where they listen on every interface, each one port further than the one before, in the order
 *     mekari-agent, chatbot-ai, noncore-mrag; on free ports of the loopback interface when there is none
 */
public record SimulatorSettings(String token, Duration thinking, Duration interval, Optional<Integer> firstPort) {

    /** Any token, drafts within half a second, and a preview that reads like somebody typing. */
    public static final SimulatorSettings DEFAULTS =
            new SimulatorSettings("", Duration.ofMillis(400), Duration.ofMillis(25), Optional.empty());

    /** @return these settings with another time for drafts and refinements */
    public SimulatorSettings withThinking(Duration thinking) {
        return new SimulatorSettings(token, thinking, interval, firstPort);
    }

    /** @return these settings with another time between two events */
    public SimulatorSettings withInterval(Duration interval) {
        return new SimulatorSettings(token, thinking, interval, firstPort);
    }

    /** @return these settings with a token every call has to bear */
    public SimulatorSettings withToken(String token) {
        return new SimulatorSettings(token, thinking, interval, firstPort);
    }

    /** @return these settings with ports others can know beforehand */
    public SimulatorSettings withFirstPort(int firstPort) {
        return new SimulatorSettings(token, thinking, interval, Optional.of(firstPort));
    }

    /** @return where the service of that number, counted from 0, listens; port 0 is any free one */
    InetSocketAddress address(int number) {
        return firstPort
                .map(port -> new InetSocketAddress(port + number))
                .orElseGet(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }
}
