package com.qontak.aiagent.impact.assumptions;

/** What stands now for an organization; the defaults until somebody sets it. */
public interface Assumptions {

    /**
     * @param organizationId the tenant
     * @return what a conversation costs
     */
    Versioned<CostAssumption> cost(long organizationId);

    /**
     * @param organizationId the tenant
     * @return when it is open, and when its AI began
     */
    Versioned<ImpactSettings> settings(long organizationId);
}
