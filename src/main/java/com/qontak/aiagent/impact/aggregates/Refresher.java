package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.access.AllOrganizations;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.impact.aggregates.Refresh.Result;
import com.qontak.aiagent.impact.assumptions.Assumptions;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.rooms.Telling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One round over all organizations: first each of them is brought up to now as far as one step goes, then what is left
 * to fill and to count is done step by step, in turn, until the time of the round is over. So no filling, however long,
 * keeps the others from being fresh.
 */
final class Refresher {

    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
    private static final Duration LOOKED_AT_FOR = Duration.ofMinutes(1);

    private final AllOrganizations organizations;
    private final Supplier<Telling> telling;
    private final Assumptions assumptions;
    private final Refresh refresh;
    private final Days days;
    private final AggregatesMetrics metrics;
    private final Clock clock;
    private final Duration length;
    private List<Organization> known = List.of();
    private Telling logs = new Telling(false, false);
    private Instant lookAgain = Instant.EPOCH;

    Refresher(
            AllOrganizations organizations,
            Supplier<Telling> telling,
            Assumptions assumptions,
            Refresh refresh,
            Days days,
            AggregatesMetrics metrics,
            Clock clock,
            Duration length) {
        this.organizations = organizations;
        this.telling = telling;
        this.assumptions = assumptions;
        this.refresh = refresh;
        this.days = days;
        this.metrics = metrics;
        this.clock = clock;
        this.length = length;
    }

    /**
     * @param goOn asked before each step, so that a shutdown waits for no more than one
     * @throws DataAccessException if the organizations cannot be read; one that cannot be refreshed is passed over
     */
    void round(BooleanSupplier goOn) {
        Instant end = clock.instant().plus(length);
        if (!clock.instant().isBefore(lookAgain)) {
            known = organizations.all();
            logs = telling.get();
            lookAgain = clock.instant().plus(LOOKED_AT_FOR);
        }
        Deque<Organization> unfinished = new ArrayDeque<>();
        for (Organization organization : known) {
            if (goOn.getAsBoolean() && !finished(organization)) {
                unfinished.add(organization);
            }
        }
        while (!unfinished.isEmpty() && goOn.getAsBoolean() && clock.instant().isBefore(end)) {
            Organization next = unfinished.remove();
            if (!finished(next)) {
                unfinished.add(next);
            }
        }
        if (!unfinished.isEmpty()) {
            LOG.info("{} of {} organizations are not copied and counted yet", unfinished.size(), known.size());
        }
    }

    /** A step of one organization; whether nothing is left to do for it now. */
    private boolean finished(Organization organization) {
        try {
            Result result = refresh.step(organization.id(), logs);
            return switch (result) {
                case BEHIND -> false;
                case BUSY, UNUSABLE -> true;
                case FRESH -> counted(organization);
            };
        } catch (DataAccessException | TransactionException failed) {
            metrics.failed();
            LOG.warn("Organization {} is not refreshed this time", organization.id(), failed);
            return true;
        }
    }

    private boolean counted(Organization organization) {
        BusinessHours hours = assumptions.settings(organization.id()).value().businessHours();
        int count = days.count(organization.id(), organization.timeZone(), hours);
        metrics.daysCounted(count);
        return count < Days.STRETCH;
    }
}
