package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.sql.Types;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The part of a query that needs the organization's clock: the local date of a close, and what is after hours.
 * <p>The clock is always this program's, whose rules set the bounds of a period as well: the database has rules of its
 * own, of another release, and would put a room on a day outside the period. It only gets the moments at which the
 * offset changes, and looks an offset up by halving.
 */
public final class LocalTimes {

    /** No room is younger, and none is older than 1970: one that says so gets the offset of that time. */
    public static final Instant LAST_CHANGE = Instant.parse("2050-01-01T00:00:00Z");

    /** Follows the classification; every column of it goes on, with {@code day} and {@code after_hours} added. */
    public static final String TIMED =
            """
            , local as (
              select
                classified.*,
                cast(%1$s as date) as day,
                %2$s as created
              from classified
            ),
            timed as (
              select
                local.*,
                coalesce(
                  get_bit(
                    cast(:openMinutes as bit varying),
                    cast((extract(isodow from created) - 1) * 1440
                      + extract(hour from created) * 60
                      + extract(minute from created) as integer)) = 0,
                  true)
                or cast(created as date) = any (cast(:holidays as date[])) as after_hours
              from local
            )
            """
                    .formatted(local("closed_at"), local("created_at"));

    private LocalTimes() {}

    /**
     * @param statement a statement with {@link #TIMED}
     * @param slice whose zone it is
     * @param hours decides what is after hours
     * @return the same statement, with everything bound
     */
    public static StatementSpec bind(StatementSpec statement, Slice slice, BusinessHours hours) {
        ZoneRules rules = slice.period().timeZone().getRules();
        List<ZoneOffsetTransition> changes = changes(rules);
        List<Integer> offsets = new ArrayList<>();
        offsets.add(rules.getOffset(Instant.EPOCH).getTotalSeconds());
        changes.forEach(change -> offsets.add(change.getOffsetAfter().getTotalSeconds()));
        return statement
                .param(
                        "offsetChanges",
                        array(changes.stream()
                                .map(ZoneOffsetTransition::getInstant)
                                .toList()),
                        Types.OTHER)
                .param("offsets", array(offsets), Types.OTHER)
                .param("openMinutes", hours.minutesOfTheWeek(), Types.OTHER)
                .param("holidays", array(hours.holidays()), Types.OTHER);
    }

    // Not only those of the period: a room may say that it was closed in it and created long after.
    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(Instant.EPOCH);
        while (change != null && change.getInstant().isBefore(LAST_CHANGE)) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    private static String local(String instant) {
        return """
                %1$s at time zone 'UTC' + make_interval(secs =>
                  (cast(:offsets as integer[]))[1 + width_bucket(%1$s, cast(:offsetChanges as timestamptz[]))])\
                """
                .formatted(instant);
    }

    /** As text of no type, so that the database reads it once as what it is cast to, and not again for every room. */
    private static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
