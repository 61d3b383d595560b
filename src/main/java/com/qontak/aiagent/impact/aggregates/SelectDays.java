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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The figures of the days that are counted. */
final class SelectDays {

    private static final String COUNTED =
            """
            select day, by_hour
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

    // Every day but the one of the turn, and of that one every hour but the one of the turn.
    private static final String ON_EITHER_SIDE = "(hour is null and day <> :turn or day = :turn and hour <> :turnHour)";

    private static final String AFTER = "(day > :turn or day = :turn and hour > :turnHour)";

    private static final String COUNTS =
            """
            select
              day,
              %s as pending,
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
              and %s
            group by day, pending
            """
                    .formatted(AFTER, OF_SLICE, ON_EITHER_SIDE);

    private static final String CURVE =
            """
            select
              w.hours,
              coalesce(sum(contained + returned + attached + unresolved), 0) as handled,
              coalesce(sum(contained + returned), 0) as ai_resolved,
              coalesce(sum(returned_within[w.place]), 0) as reopened
            from unnest(cast(:windows as int[]), cast(:turns as date[]), cast(:turnHours as int[]))
              with ordinality as w (hours, turn, turn_hour, place)
            left join ai_agent_bff.impact_day_count c
              on organization_id = :organizationId
              and %s
              and (c.hour is null and c.day < w.turn or c.day = w.turn and c.hour < w.turn_hour)
            group by w.hours
            order by w.hours
            """
                    .formatted(OF_SLICE);

    private static final String BY_OUTCOME =
            """
            with of_slice as (
              select
                case
                  when %s and outcome in ('ai_alone', 'ai_alone_returned') then 'ai_alone_settling'
                  else outcome
                end as outcome,
                conversations,
                timed,
                lengths,
                buckets
              from ai_agent_bff.impact_day_length
              where organization_id = :organizationId
              and %s
                and %s
            )
            """
                    .formatted(AFTER, OF_SLICE, ON_EITHER_SIDE);

    private static final String HISTOGRAMS = "select outcome, conversations, timed, buckets from of_slice";

    private static final String LENGTHS =
            "select outcome, lengths from of_slice where outcome in (:outcomes) and lengths is not null";

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
              and (hour is null and day < :turn or day = :turn and hour < :turnHour)
            group by turns
            """
                    .formatted(OF_SLICE);

    private final JdbcClient jdbc;

    SelectDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return which days between two, both included, are counted, and whether by the hour as well */
    Map<LocalDate, Boolean> counted(long organizationId, LocalDate from, LocalDate to) {
        Map<LocalDate, Boolean> counted = new HashMap<>();
        jdbc.sql(COUNTED)
                .param("organizationId", organizationId)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    counted.put(row.getObject("day", LocalDate.class), row.getBoolean("by_hour"));
                });
        return counted;
    }

    /** @return the counted days but for the hour, or the day without hours, that is settled in part */
    Map<LocalDate, DayCounts> counts(Slice slice, Turn turn) {
        Map<LocalDate, DayCounts> days = new TreeMap<>();
        at(turn, of(slice, COUNTS))
                .query((result, number) -> dayCounts(result))
                .list()
                .forEach(day -> days.merge(day.day(), day, DayCounts::plus));
        return days;
    }

    /** @return an entry for each window, of the counted days before its turn */
    List<WindowCounts> curve(Slice slice, List<Integer> windows, List<Turn> turns) {
        return of(slice, CURVE)
                .param("windows", array(windows))
                .param("turns", array(turns.stream().map(Turn::day).toList()))
                .param("turnHours", array(turns.stream().map(Turn::hour).toList()))
                .query(WindowCounts.class)
                .list();
    }

    /** @return what became of the rooms of each day, but for what is settled in part */
    List<Histogram> histograms(Slice slice, Turn turn) {
        return at(turn, of(slice, BY_OUTCOME + HISTOGRAMS))
                .query((row, number) -> new Histogram(
                        new OutcomeTotal(row.getString(1), row.getLong(2), row.getLong(3)), row.getBytes(4)))
                .list();
    }

    /** Passes on every length of some outcomes, packed by day. */
    void lengths(Slice slice, Turn turn, List<String> outcomes, BiConsumer<String, byte[]> use) {
        if (!outcomes.isEmpty()) {
            at(turn, of(slice, BY_OUTCOME + LENGTHS))
                    .param("outcomes", outcomes)
                    .query(row -> {
                        use.accept(row.getString(1), row.getBytes(2));
                    });
        }
    }

    /** @return the sum of the changes of mood, and how many there are */
    MoodTotal mood(Slice slice) {
        return of(slice, MOOD).query(MoodTotal.class).single();
    }

    /** @return how many contained rooms took how many turns, before the turn */
    List<TurnTotal> turns(Slice slice, Turn turn) {
        return at(turn, of(slice, TURNS)).query(TurnTotal.class).list();
    }

    private static StatementSpec at(Turn turn, StatementSpec statement) {
        return statement.param("turn", turn.day()).param("turnHour", turn.hour());
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

    private static DayCounts dayCounts(ResultSet result) throws SQLException {
        boolean settled = !result.getBoolean("pending");
        return new DayCounts(
                result.getObject("day", LocalDate.class),
                counts(result, "", settled),
                counts(result, "_late", settled));
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
     * @param total how many rooms, and how many of them have a length
     * @param buckets how many are in each bucket of length; null when none has one
     */
    record Histogram(OutcomeTotal total, byte @Nullable [] buckets) {}

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
