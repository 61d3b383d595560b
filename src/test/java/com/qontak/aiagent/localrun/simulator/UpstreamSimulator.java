package com.qontak.aiagent.localrun.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The three upstream services in one process: they keep what they are told in memory, per organization, and speak the
 * upstream vocabulary. Each listens on a port of its own and can be stopped alone.
 * <p>Some texts make them fail on purpose: a prompt with {@code [cannot]} is not drafted, a preview of a message with
 * {@code [error]} breaks off, and a document whose title has {@code [fail]} is never ready.
 */
public final class UpstreamSimulator implements AutoCloseable {

    /** The first agent of organization 1, which customers meet, with two versions. */
    public static final UUID LIVE_AGENT = UUID.fromString("a1e00001-0000-4000-8000-000000000001");

    /** The agent of organization 1 that was never published. */
    public static final UUID DRAFT_AGENT = UUID.fromString("a1e00001-0000-4000-8000-000000000002");

    /** The first agent of organization 2. */
    public static final UUID OTHER_ORGANIZATIONS_AGENT = UUID.fromString("a1e00002-0000-4000-8000-000000000001");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final SimulatedServer mekariAgent;
    private final SimulatedServer chatbotAi;
    private final SimulatedServer noncoreMrag;

    private UpstreamSimulator(Clock clock, SimulatorSettings settings) {
        ActionCatalogue actions = new ActionCatalogue();
        SkillPackDrafter drafter = new SkillPackDrafter(actions);
        AgentStore agents = new AgentStore();
        DocumentStore documents = new DocumentStore();
        new DemoAgents(drafter, clock.instant().truncatedTo(ChronoUnit.SECONDS)).addTo(agents, documents);

        scheduler = Schedulers.newSingle("upstream-simulator", true);
        Routes mekariAgentRoutes = new Routes();
        new MekariAgent(agents, actions, clock).addTo(mekariAgentRoutes);
        new Preview(agents, settings.interval(), scheduler).addTo(mekariAgentRoutes);
        mekariAgent = SimulatedServer.start("mekari-agent", settings.address(0), settings.token(), mekariAgentRoutes);
        chatbotAi = SimulatedServer.start(
                "chatbot-ai",
                settings.address(1),
                settings.token(),
                new ChatbotAi(drafter, settings.thinking(), scheduler).addTo(new Routes()));
        noncoreMrag = SimulatedServer.start(
                "noncore-mrag",
                settings.address(2),
                settings.token(),
                new NoncoreMrag(documents, clock).addTo(new Routes()));
    }

    /**
     * @param clock tells when things are created, and how far a document has come
     * @return the three services, listening, with {@link SimulatorSettings#DEFAULTS}
     */
    public static UpstreamSimulator start(Clock clock) {
        return start(clock, SimulatorSettings.DEFAULTS);
    }

    /**
     * @param clock tells when things are created, and how far a document has come
     * @param settings how the services behave
     * @return the three services, listening
     */
    public static UpstreamSimulator start(Clock clock, SimulatorSettings settings) {
        return new UpstreamSimulator(clock, settings);
    }

    /** @return the base URL of the service that owns the agents */
    public URI mekariAgent() {
        return mekariAgent.uri();
    }

    /** @return the base URL of the service that drafts and refines */
    public URI chatbotAi() {
        return chatbotAi.uri();
    }

    /** @return the base URL of the service that owns the documents */
    public URI noncoreMrag() {
        return noncoreMrag.uri();
    }

    /** Stops the service that owns the agents alone; calls it is answering break off. */
    public void stopMekariAgent() {
        mekariAgent.close();
    }

    /** Stops the service that drafts and refines alone; calls it is answering break off. */
    public void stopChatbotAi() {
        chatbotAi.close();
    }

    /** Stops the service that owns the documents alone; calls it is answering break off. */
    public void stopNoncoreMrag() {
        noncoreMrag.close();
    }

    /** Stops all three at once, with every thread they have. */
    @Override
    public void close() {
        mekariAgent.close();
        chatbotAi.close();
        noncoreMrag.close();
        scheduler.dispose();
        scheduler.disposeGracefully().block(PATIENCE);
    }
}
