package com.qontak.aiagent.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** The three upstreams as the tests stub them, on loopback, shared by all tests of the JVM. */
public final class Upstreams {

    public static final WireMockServer MEKARI_AGENT = start();
    public static final WireMockServer CHATBOT_AI = start();
    public static final WireMockServer NONCORE_MRAG = start();

    private Upstreams() {}

    public static void reset() {
        MEKARI_AGENT.resetAll();
        CHATBOT_AI.resetAll();
        NONCORE_MRAG.resetAll();
    }

    private static WireMockServer start() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }
}
