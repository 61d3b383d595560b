package com.qontak.aiagent.access;

import java.time.ZoneId;
import java.util.Set;

/**
 * An organization as the chatbot's {@code organizations} relation has it; read, never written.
 *
 * @param id the tenant's id
 * @param name the organization's name, as people wrote it; empty when there is none
 * @param plan the plan it pays for, such as {@code plus}; empty when there is none
 * @param engineVersion {@code settings.ai_agent_engine_version}; 1 when absent
 * @param timeZone {@code settings.time_zone}; Asia/Jakarta when absent or unknown
 */
public record Organization(long id, String name, String plan, int engineVersion, ZoneId timeZone) {

    /** The zone of an organization that names none. */
    public static final ZoneId DEFAULT_TIME_ZONE = ZoneId.of("Asia/Jakarta");

    static final Set<String> ENTITLED_PLANS = Set.of("plus", "ultimate", "360");
    static final int AUTONOMOUS_ENGINE_VERSION = 2;

    /** @return whether its plan includes the autonomous agent */
    public boolean isEntitled() {
        return ENTITLED_PLANS.contains(plan);
    }

    /** @return whether the autonomous agent is rolled out to it */
    public boolean isAutonomousModeEnabled() {
        return engineVersion == AUTONOMOUS_ENGINE_VERSION;
    }
}
