package com.qontak.aiagent.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.qontak.aiagent.localrun.simulator.UpstreamSimulator;
import java.net.URI;
import java.time.Clock;

/** The stateful simulator behind the stubbed upstreams, for tests that tell a whole story. */
public final class SimulatedUpstreams implements AutoCloseable {

    private final UpstreamSimulator simulator;

    private SimulatedUpstreams(UpstreamSimulator simulator) {
        this.simulator = simulator;
    }

    /** Starts afresh: whatever was stubbed is forgotten, and every call reaches the simulator. */
    public static SimulatedUpstreams start(Clock clock) {
        Upstreams.reset();
        SimulatedUpstreams upstreams = new SimulatedUpstreams(UpstreamSimulator.start(clock));
        forward(Upstreams.MEKARI_AGENT, upstreams.simulator.mekariAgent());
        forward(Upstreams.CHATBOT_AI, upstreams.simulator.chatbotAi());
        forward(Upstreams.NONCORE_MRAG, upstreams.simulator.noncoreMrag());
        return upstreams;
    }

    @Override
    public void close() {
        Upstreams.reset();
        simulator.close();
    }

    private static void forward(WireMockServer from, URI to) {
        from.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(to.toString())));
    }
}
