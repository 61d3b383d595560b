package com.qontak.aiagent.impact.assumptions;

import org.springframework.stereotype.Component;

/** Reads what stands from the kept documents. */
@Component
final class StoredAssumptions implements Assumptions {

    private final VersionedDocuments<CostDocument> costs;
    private final VersionedDocuments<SettingsDocument> settings;

    StoredAssumptions(VersionedDocuments<CostDocument> costs, VersionedDocuments<SettingsDocument> settings) {
        this.costs = costs;
        this.settings = settings;
    }

    @Override
    public Versioned<CostAssumption> cost(long organizationId) {
        return costs.current(organizationId)
                .map(version -> version.map(CostDocument::toAssumption))
                .orElseGet(() -> Versioned.unset(CostAssumption.DEFAULT));
    }

    @Override
    public Versioned<ImpactSettings> settings(long organizationId) {
        return settings.current(organizationId)
                .map(version -> version.map(SettingsDocument::toSettings))
                .orElseGet(() -> Versioned.unset(ImpactSettings.DEFAULT));
    }
}
