package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.access.AllOrganizations;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.impact.aggregates.Days.Step;
import com.qontak.aiagent.impact.aggregates.Pulse.Beat;
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
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One round over all organizations. First, those that have not changed are found together, and are fresh; those that
 * have, and some of the others in turn, are brought up to now one by one as far as a step goes. Then what is left to fill
 * and to count is done step by step until the time of the round is over, and for a quarter of it at least: so no filling,
 * however long, keeps the others from being fresh, and no change, however many, keeps others from being filled.
 */
final class Refresher {

    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
    private static final Duration LOOKED_AT_FOR = Duration.ofMinutes(1);

    /** How many are looked at in a round whether they have changed or not: ten thousand have their turn in ten minutes. */
    private static final int IN_TURN = 250;

    /** What part of a round is left to filling and counting, however much has changed. */
    private static final int SHARE = 4;

    private final AllOrganizations organizations;
    private final Supplier<Telling> telling;
    private final Assumptions assumptions;
    private final Pulse pulse;
    private final Refresh refresh;
    private final Days days;
    private final Departed departed;
    private final AggregatesMetrics metrics;
    private final Clock clock;
    private final Duration length;
    private List<Organization> known = List.of();
    private Telling logs = new Telling(false, false);
    private Instant lookAgain = Instant.EPOCH;
    private int next;

    Refresher(
            AllOrganizations organizations,
            Supplier<Telling> telling,
            Assumptions assumptions,
            Pulse pulse,
            Refresh refresh,
            Days days,
            Departed departed,
            AggregatesMetrics metrics,
            Clock clock,
            Duration length) {
        this.organizations = organizations;
        this.telling = telling;
        this.assumptions = assumptions;
        this.pulse = pulse;
        this.refresh = refresh;
        this.days = days;
        this.departed = departed;
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
        boolean looked = !clock.instant().isBefore(lookAgain);
        if (looked) {
            known = organizations.all();
            logs = telling.get();
            lookAgain = clock.instant().plus(LOOKED_AT_FOR);
        }
        List<Long> ids = known.stream().map(Organization::id).toList();
        Beat beat = pulse.of(ids);
        Deque<Organization> unfinished = new ArrayDeque<>();
        for (Organization organization : due(beat)) {
            if (goOn.getAsBoolean() && !finished(organization)) {
                unfinished.add(organization);
            }
        }
        known.stream()
                .filter(organization -> beat.unfilled().contains(organization.id()))
                .forEach(unfinished::add);
        Instant least = clock.instant().plus(length.dividedBy(SHARE));
        while (!unfinished.isEmpty()
                && goOn.getAsBoolean()
                && clock.instant().isBefore(least.isAfter(end) ? least : end)) {
            Organization one = unfinished.remove();
            if (!finished(one)) {
                unfinished.add(one);
            }
        }
        if (looked) {
            giveUpDeparted(goOn);
        }
        if (!unfinished.isEmpty()) {
            LOG.info("{} of {} organizations are not copied and counted yet", unfinished.size(), known.size());
        }
    }

    /** A step for each whose organization is no more, after what is needed; the rest a minute later, if that is so still. */
    private void giveUpDeparted(BooleanSupplier goOn) {
        Instant end = clock.instant().plus(length.dividedBy(SHARE));
        for (long organization :
                departed.among(known.stream().map(Organization::id).toList())) {
            if (!clock.instant().isBefore(end)) {
                return;
            }
            try {
                if (goOn.getAsBoolean() && departed.giveUp(organization)) {
                    LOG.info("Organization {} is no more, and neither is its copy", organization);
                }
            } catch (DataAccessException | TransactionException failed) {
                passOver(organization, failed);
            }
        }
    }

    private void passOver(long organization, RuntimeException failed) {
        metrics.failed();
        LOG.warn(
                "Organization {} is not refreshed this time: {}",
                organization,
                NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
    }

    /** Those that have changed, and the next of the filled ones in turn, for what a change does not tell. */
    private List<Organization> due(Beat beat) {
        List<Organization> filled = known.stream()
                .filter(organization -> !beat.unfilled().contains(organization.id()))
                .toList();
        int first = filled.size() <= IN_TURN ? 0 : next % filled.size();
        next = first + IN_TURN;
        return IntStream.range(0, filled.size())
                .filter(place -> beat.changed().contains(filled.get(place).id())
                        || Math.floorMod(place - first, filled.size()) < IN_TURN)
                .mapToObj(filled::get)
                .toList();
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
            passOver(organization.id(), failed);
            return true;
        }
    }

    private boolean counted(Organization organization) {
        BusinessHours hours = assumptions.settings(organization.id()).value().businessHours();
        Step step = days.count(organization.id(), organization.timeZone(), hours);
        metrics.daysCounted(step.days());
        return step.rest() == 0;
    }
}
