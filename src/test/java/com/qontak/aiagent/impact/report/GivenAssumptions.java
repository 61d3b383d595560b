package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.assumptions.Assumptions;
import com.qontak.aiagent.impact.assumptions.CostAssumption;
import com.qontak.aiagent.impact.assumptions.ImpactSettings;
import com.qontak.aiagent.impact.assumptions.Versioned;
import java.time.Instant;

/** What a test lets stand for every organization. */
record GivenAssumptions(Versioned<CostAssumption> cost, Versioned<ImpactSettings> settings) implements Assumptions {

    static final GivenAssumptions NONE =
            new GivenAssumptions(Versioned.unset(CostAssumption.DEFAULT), Versioned.unset(ImpactSettings.DEFAULT));

    private static final Instant SET_AT = Instant.parse("2026-01-01T00:00:00Z");

    GivenAssumptions with(CostAssumption value) {
        return new GivenAssumptions(new Versioned<>(value, 1, "rina", SET_AT), settings);
    }

    GivenAssumptions with(ImpactSettings value) {
        return new GivenAssumptions(cost, new Versioned<>(value, 1, "rina", SET_AT));
    }

    @Override
    public Versioned<CostAssumption> cost(long organizationId) {
        return cost;
    }

    @Override
    public Versioned<ImpactSettings> settings(long organizationId) {
        return settings;
    }
}
