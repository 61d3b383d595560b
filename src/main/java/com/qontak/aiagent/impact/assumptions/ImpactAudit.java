package com.qontak.aiagent.impact.assumptions;

import com.qontak.aiagent.access.Caller;
import java.util.List;

/** Where a change of an assumption is recorded, in the same transaction as the change: both stand, or neither. */
public interface ImpactAudit {

    /**
     * @param caller who changed it, and for which organization
     * @param action what was changed: {@code impact.cost_assumption.set} or {@code impact.settings.set}
     * @param versionBefore the version that stood, 0 for the default
     * @param versionAfter the version that stands now
     * @param changed RFC 6901 pointers to the members that differ; empty when the same was set again
     */
    void changed(Caller caller, String action, long versionBefore, long versionAfter, List<String> changed);
}
