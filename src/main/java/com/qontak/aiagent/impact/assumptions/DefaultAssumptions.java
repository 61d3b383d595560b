package com.qontak.aiagent.impact.assumptions;

import org.springframework.stereotype.Component;

/** The defaults alone. */
@Component
final class DefaultAssumptions implements Assumptions {

    @Override
    public Versioned<CostAssumption> cost(long organizationId) {
        return Versioned.unset(CostAssumption.DEFAULT);
    }

    @Override
    public Versioned<ImpactSettings> settings(long organizationId) {
        return Versioned.unset(ImpactSettings.DEFAULT);
    }
}
