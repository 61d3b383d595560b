package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the days of a filled copy, the latest first, some in a transaction, with the sums of the months that they
 * complete: what breaks off has not been counted, and is the next to be.
 */
final class Days {

    /** How many days are counted at once, whether they follow one another or not. */
    static final int AT_ONCE = 14;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final String FIRST =
            """
            select min(closed_at)
            from ai_agent_bff.impact_room
            where organization_id = :organizationId
              and closed_at >= :earliest
            """;

    private static final String FORGET_HOURS =
            """
            with days as (
              update ai_agent_bff.impact_day
              set by_hour = false
              where organization_id = :organizationId
                and by_hour
                and day < :hoursFrom
              returning day
            ),
            counts as (
              delete from ai_agent_bff.impact_day_count c
              using days
              where c.organization_id = :organizationId
                and c.day = days.day
                and c.hour is not null
            ),
            lengths as (
              delete from ai_agent_bff.impact_day_length l
              using days
              where l.organization_id = :organizationId
                and l.day = days.day
                and l.hour is not null
            )
            delete from ai_agent_bff.impact_day_turn t
            using days
            where t.organization_id = :organizationId
              and t.day = days.day
              and t.hour is not null
            """;

    private static final String FORGET =
            """
            delete from ai_agent_bff.impact_day
            where organization_id = :organizationId
            """;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final MirrorStates states;
    private final CountDays countDays;
    private final SelectDays selectDays;
    private final Months months;
    private final Duration window;
    private final long daysByHour;
    private final Clock clock;

    Days(TransactionTemplate transaction, JdbcClient jdbc, MirrorStates states, Duration window, Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.states = states;
        this.countDays = new CountDays(jdbc);
        this.selectDays = new SelectDays(jdbc);
        this.months = new Months(jdbc);
        this.window = window;
        this.daysByHour = daysByHour(window);
        this.clock = clock;
    }

    /**
     * @param days how many days were counted
     * @param rest how many are still to be
     */
    record Step(int days, int rest) {

        private static final Step NONE = new Step(0, 0);
    }

    /**
     * Counts some of the days that are not counted. Days that were counted by another clock, or by other business
     * hours, are forgotten first.
     *
     * @param organizationId the tenant
     * @param zone its time zone
     * @param hours when it is open
     * @return what was counted; nothing with no rest when another refresher is at it
     * @throws org.springframework.dao.DataAccessException if the database cannot answer; nothing has changed then
     */
    Step count(long organizationId, ZoneId zone, BusinessHours hours) {
        return Optional.ofNullable(transaction.execute(status -> states.lock(organizationId)
                        .filter(state -> state.freshAsOf() != null)
                        .map(state -> count(state, zone, hours))
                        .orElse(Step.NONE)))
                .orElse(Step.NONE);
    }

    private Step count(MirrorState state, ZoneId zone, BusinessHours hours) {
        LocalClock local = LocalClock.of(zone, hours, window);
        if (!local.equals(state.clock())) {
            jdbc.sql(FORGET).param("organizationId", state.organizationId()).update();
            states.save(state.countedBy(local));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate hoursFrom = today.minusDays(daysByHour);
        jdbc.sql(FORGET_HOURS)
                .param("organizationId", state.organizationId())
                .param("hoursFrom", hoursFrom)
                .update();
        List<Period> missing = first(state.organizationId(), zone)
                .filter(first -> !first.isAfter(today))
                .map(first -> missing(state.organizationId(), new Period(first, today, zone)))
                .orElse(List.of());
        List<Period> now = latest(missing);
        now.forEach(stretch -> countDays.count(state.organizationId(), stretch, hours, window, hoursFrom));
        months.addUp(state.organizationId());
        return new Step(days(now), days(missing) - days(now));
    }

    // A turn is never further back than the longest window, and a report asked for just before midnight is of today.
    private static long daysByHour(Duration window) {
        Duration furthest = Duration.ofHours(Collections.max(ReopenPoint.WINDOWS));
        return (window.compareTo(furthest) > 0 ? window : furthest).toDays() + 2;
    }

    private Optional<LocalDate> first(long organizationId, ZoneId zone) {
        return jdbc.sql(FIRST)
                .param("organizationId", organizationId)
                .param("earliest", EARLIEST.atStartOfDay(zone).toOffsetDateTime())
                .query((result, number) -> Optional.ofNullable(result.getObject(1, OffsetDateTime.class)))
                .single()
                .filter(first -> !first.equals(OffsetDateTime.MAX))
                .map(first -> LocalDate.ofInstant(first.toInstant(), zone));
    }

    private List<Period> missing(long organizationId, Period whole) {
        return new Span(whole, selectDays.counted(organizationId)).missing();
    }

    /** As many of the latest days as are counted at once. */
    private static List<Period> latest(List<Period> missing) {
        List<Period> latest = new ArrayList<>();
        int left = AT_ONCE;
        for (int last = missing.size() - 1; last >= 0 && left > 0; last--) {
            Period stretch = missing.get(last);
            LocalDate from = stretch.to().minusDays(left - 1L);
            latest.add(from.isBefore(stretch.from()) ? stretch : stretch.between(from, stretch.to()));
            left = AT_ONCE - days(latest);
        }
        return latest;
    }

    private static int days(List<Period> stretches) {
        return stretches.stream().mapToInt(Period::days).sum();
    }
}
