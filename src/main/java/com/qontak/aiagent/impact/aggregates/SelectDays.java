package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.impact.rooms.Counts;
import com.qontak.aiagent.impact.rooms.DayCounts;
import com.qontak.aiagent.impact.rooms.SentimentChange;
import com.qontak.aiagent.impact.rooms.WindowCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The figures of the days that are counted. */
final class SelectDays {

    private static final String COUNTED =
            """
            select day
            from ai_agent_bff.impact_day
            where organization_id = :organizationId
              and day between :from and :to
            """;

    private static final String OF_SLICE =
            """
            day between :from and :to
              and whole = :whole
              and (cast(:channel as text) is null or channel = :channel)
              and (cast(:aiAgentId as uuid) is null or ai_agent_id = :aiAgentId)
            """;

    private static final String COUNTS =
            """
            select
              day,
              sum(contained) as contained,
              sum(returned) as returned,
              sum(attached) as attached,
              sum(unresolved) as unresolved,
              sum(contained_late) as contained_late,
              sum(returned_late) as returned_late,
              sum(attached_late) as attached_late,
              sum(unresolved_late) as unresolved_late
            from ai_agent_bff.impact_day_count
            where organization_id = :organizationId
              and %s
              and day <> :turn
            group by day
            """
                    .formatted(OF_SLICE);

    private static final String CURVE =
            """
            select
              w.hours,
              coalesce(sum(contained + returned + attached + unresolved), 0) as handled,
              coalesce(sum(contained + returned), 0) as ai_resolved,
              coalesce(sum(returned_within[w.place]), 0) as reopened
            from unnest(cast(:windows as int[]), cast(:turns as date[])) with ordinality as w (hours, turn, place)
            left join ai_agent_bff.impact_day_count c
              on organization_id = :organizationId
              and %s
              and c.day < w.turn
            group by w.hours
            order by w.hours
            """
                    .formatted(OF_SLICE);

    private static final String BY_OUTCOME =
            """
            with of_slice as (
              select
                case
                  when day > :turn and outcome in ('ai_alone', 'ai_alone_returned') then 'ai_alone_settling'
                  else outcome
                end as outcome,
                conversations,
                timed,
                lengths,
                buckets
              from ai_agent_bff.impact_day_length
              where organization_id = :organizationId
              and %s
                and day <> :turn
            )
            """
                    .formatted(OF_SLICE);

    private static final String TOTALS =
            """
            select outcome, sum(conversations) as conversations, sum(timed) as timed
            from of_slice
            group by outcome
            """;

    private static final String LENGTHS =
            "select outcome, lengths as packed from of_slice where outcome in (:outcomes) and lengths is not null";
    private static final String BUCKETS =
            "select outcome, buckets as packed from of_slice where outcome in (:outcomes) and buckets is not null";

    private static final String MOOD =
            """
            select coalesce(sum(change), 0) as sum, coalesce(sum(conversations), 0) as conversations
            from ai_agent_bff.impact_day_mood
            where organization_id = :organizationId
              and %s
            """
                    .formatted(OF_SLICE);

    private static final String TURNS =
            """
            select turns, sum(conversations) as conversations
            from ai_agent_bff.impact_day_turn
            where organization_id = :organizationId
              and %s
              and day < :turn
            group by turns
            """
                    .formatted(OF_SLICE);

    private final JdbcClient jdbc;

    SelectDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return which days between two, both included, are counted */
    Set<LocalDate> counted(long organizationId, LocalDate from, LocalDate to) {
        return new HashSet<>(jdbc.sql(COUNTED)
                .param("organizationId", organizationId)
                .param("from", from)
                .param("to", to)
                .query(LocalDate.class)
                .list());
    }

    /** @return the counted days but for the one that is settled in part: before it all is, after it nothing */
    Map<LocalDate, DayCounts> counts(Slice slice, LocalDate turn) {
        Map<LocalDate, DayCounts> days = new TreeMap<>();
        of(slice, COUNTS)
                .param("turn", turn)
                .query((result, number) -> dayCounts(result, turn))
                .list()
                .forEach(day -> days.put(day.day(), day));
        return days;
    }

    /** @return an entry for each window, of the counted days before its turn */
    List<WindowCounts> curve(Slice slice, List<Integer> windows, List<LocalDate> turns) {
        return of(slice, CURVE)
                .param("windows", array(windows))
                .param("turns", array(turns))
                .query(WindowCounts.class)
                .list();
    }

    /** @return how many rooms had each outcome, and how many of them have a length, but for the day of the turn */
    List<OutcomeTotal> totals(Slice slice, LocalDate turn) {
        return of(slice, BY_OUTCOME + TOTALS)
                .param("turn", turn)
                .query(OutcomeTotal.class)
                .list();
    }

    /** Passes on every length of some outcomes, packed by day. */
    void lengths(Slice slice, LocalDate turn, List<String> outcomes, BiConsumer<String, byte[]> use) {
        packed(slice, turn, LENGTHS, outcomes, use);
    }

    /** Passes on the histograms of some outcomes, packed by day. */
    void buckets(Slice slice, LocalDate turn, List<String> outcomes, BiConsumer<String, byte[]> use) {
        packed(slice, turn, BUCKETS, outcomes, use);
    }

    private void packed(
            Slice slice, LocalDate turn, String which, List<String> outcomes, BiConsumer<String, byte[]> use) {
        if (!outcomes.isEmpty()) {
            of(slice, BY_OUTCOME + which)
                    .param("turn", turn)
                    .param("outcomes", outcomes)
                    .query(row -> {
                        use.accept(row.getString("outcome"), row.getBytes("packed"));
                    });
        }
    }

    /** @return the sum of the changes of mood, and how many there are */
    MoodTotal mood(Slice slice) {
        return of(slice, MOOD).query(MoodTotal.class).single();
    }

    /** @return how many contained rooms took how many turns, on the days before the turn */
    List<TurnTotal> turns(Slice slice, LocalDate turn) {
        return of(slice, TURNS).param("turn", turn).query(TurnTotal.class).list();
    }

    private StatementSpec of(Slice slice, String sql) {
        return jdbc.sql(sql)
                .param("organizationId", slice.organizationId())
                .param("from", slice.period().from())
                .param("to", slice.period().to())
                .param("whole", slice.filter().equals(Filter.NONE))
                .param("channel", slice.filter().channel(), Types.VARCHAR)
                .param("aiAgentId", slice.filter().aiAgentId(), Types.OTHER);
    }

    private static DayCounts dayCounts(ResultSet result, LocalDate turn) throws SQLException {
        LocalDate day = result.getObject("day", LocalDate.class);
        boolean settled = day.isBefore(turn);
        return new DayCounts(day, counts(result, "", settled), counts(result, "_late", settled));
    }

    private static Counts counts(ResultSet result, String which, boolean settled) throws SQLException {
        Counts counts = new Counts(
                0,
                result.getLong("attached" + which),
                result.getLong("unresolved" + which),
                result.getLong("returned" + which),
                result.getLong("contained" + which));
        return settled ? counts : new Counts(counts.handled(), 0, 0, 0, 0);
    }

    private static String array(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * @param outcome in SQL's words
     * @param conversations how many rooms had it
     * @param timed how many of them have a length
     */
    record OutcomeTotal(String outcome, long conversations, long timed) {

        OutcomeTotal plus(OutcomeTotal other) {
            return new OutcomeTotal(outcome, conversations + other.conversations, timed + other.timed);
        }
    }

    /**
     * @param sum of end minus start
     * @param conversations how many it is the sum of
     */
    record MoodTotal(BigDecimal sum, long conversations) {

        private static final int DIGITS = 20;

        MoodTotal plus(MoodTotal other) {
            return new MoodTotal(sum.add(other.sum), conversations + other.conversations);
        }

        SentimentChange change() {
            BigDecimal mean = conversations == 0
                    ? null
                    : sum.divide(BigDecimal.valueOf(conversations), DIGITS, RoundingMode.HALF_UP);
            return new SentimentChange(mean, conversations);
        }
    }

    /**
     * @param turns how many turns
     * @param conversations how many rooms took them
     */
    record TurnTotal(BigDecimal turns, long conversations) {}
}
