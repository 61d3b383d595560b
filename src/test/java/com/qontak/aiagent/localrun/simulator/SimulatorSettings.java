package com.qontak.aiagent.localrun.simulator;

import java.time.Duration;

/**
 * How the simulated upstreams behave.
 *
 * @param token the only bearer token they accept; empty when any will do
 * @param thinking how long a draft or a refinement takes
 * @param interval the time between two events of a streamed preview
 */
public record SimulatorSettings(String token, Duration thinking, Duration interval) {

    /** Any token, drafts within half a second, and a preview that reads like somebody typing. */
    public static final SimulatorSettings DEFAULTS =
            new SimulatorSettings("", Duration.ofMillis(400), Duration.ofMillis(25));

    /** @return these settings with another time for drafts and refinements */
    public SimulatorSettings withThinking(Duration thinking) {
        return new SimulatorSettings(token, thinking, interval);
    }

    /** @return these settings with another time between two events */
    public SimulatorSettings withInterval(Duration interval) {
        return new SimulatorSettings(token, thinking, interval);
    }

    /** @return these settings with a token every call has to bear */
    public SimulatorSettings withToken(String token) {
        return new SimulatorSettings(token, thinking, interval);
    }
}
