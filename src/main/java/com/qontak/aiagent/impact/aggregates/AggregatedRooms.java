package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.SelectDays.MoodTotal;
import com.qontak.aiagent.impact.aggregates.SelectDays.TurnTotal;
import com.qontak.aiagent.impact.aggregates.Span.Counted;
import com.qontak.aiagent.impact.containment.ReopenPoint;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Behind;
import com.qontak.aiagent.impact.rooms.DayCounts;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import com.qontak.aiagent.impact.rooms.Rooms;
import com.qontak.aiagent.impact.rooms.RoomsBehind;
import com.qontak.aiagent.impact.rooms.Selection;
import com.qontak.aiagent.impact.rooms.SentimentChange;
import com.qontak.aiagent.impact.rooms.TurnsTaken;
import com.qontak.aiagent.impact.rooms.WindowCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.util.function.SingletonSupplier;

/**
 * The rooms of one organization as its copy has them: days that are counted add up, all others are counted from the
 * copy. It is asked within one transaction, for one answer.
 */
final class AggregatedRooms implements Rooms {

    /** With more gaps than this the whole period is counted at once. */
    private static final int MOST_GAPS = 12;

    private final MirrorState state;
    private final Rooms copy;
    private final Queries queries;
    private final SingletonSupplier<Map<LocalDate, Counted>> counted;
    private final Map<Period, Span> spans = new HashMap<>();
    private final Map<Slice, Parts> parts = new HashMap<>();

    /**
     * @param state of the copy
     * @param copy counts rooms of the copy one by one
     * @param queries read the days that are counted, and those that are not
     */
    AggregatedRooms(MirrorState state, Rooms copy, Queries queries) {
        this.state = state;
        this.copy = copy;
        this.queries = queries;
        this.counted = SingletonSupplier.of(() -> queries.days().counted(state.organizationId()));
    }

    @Override
    public List<DayCounts> countsByDay(Slice slice, BusinessHours hours) {
        LocalClock clock = LocalClock.of(slice.period().timeZone(), hours, slice.reopenWindow());
        return (clock.equals(state.clock()) ? span(slice) : Optional.<Span>empty())
                .map(span -> countsByDay(slice, hours, span))
                .orElseGet(() -> copy.countsByDay(slice, hours));
    }

    private List<DayCounts> countsByDay(Slice slice, BusinessHours hours, Span span) {
        Map<LocalDate, DayCounts> counts = parts(slice).byDay(span.turn(slice.settledThrough()));
        for (Slice part : span.live(slice, slice.settledThrough())) {
            copy.countsByDay(part, hours).forEach(day -> counts.merge(day.day(), day, DayCounts::plus));
        }
        return new ArrayList<>(counts.values());
    }

    @Override
    public List<WindowCounts> reopenCurve(Slice slice, List<Integer> windows) {
        return (windows.equals(ReopenPoint.WINDOWS) ? countedSpan(slice) : Optional.<Span>empty())
                .map(span -> reopenCurve(slice, windows, span))
                .orElseGet(() -> copy.reopenCurve(slice, windows));
    }

    private List<WindowCounts> reopenCurve(Slice slice, List<Integer> windows, Span span) {
        Map<Integer, WindowCounts> curve = new TreeMap<>();
        for (int place = 0; place < windows.size(); place++) {
            Turn turn = span.turn(closedFor(slice, windows.get(place)));
            curve.put(windows.get(place), parts(slice).within(windows, place, turn));
        }
        for (Period stretch : span.missing()) {
            copy.reopenCurve(slice.over(stretch), windows)
                    .forEach(counts -> curve.merge(counts.hours(), counts, WindowCounts::plus));
        }
        Map<Integer, Slice> turning = new LinkedHashMap<>();
        windows.forEach(
                hours -> span.straddling(slice, closedFor(slice, hours)).ifPresent(part -> turning.put(hours, part)));
        queries.live().curve(turning).forEach(counts -> curve.merge(counts.hours(), counts, WindowCounts::plus));
        return List.copyOf(curve.values());
    }

    @Override
    public List<OutcomeMinutes> journey(Slice slice) {
        return countedSpan(slice)
                .map(span -> new Journey(queries).outcomes(slice, span))
                .orElseGet(() -> copy.journey(slice));
    }

    @Override
    public Optional<Instant> firstAiRoom(long organizationId) {
        return copy.firstAiRoom(organizationId);
    }

    @Override
    public Optional<RoomsBehind> conversations(
            Slice slice, BusinessHours hours, Behind behind, int limit, long offset) {
        boolean untold = behind.selection() == Selection.SENTIMENT
                        && !state.telling().moods()
                || behind.selection() == Selection.TURNS && !state.telling().turns();
        return untold ? Optional.empty() : copy.conversations(slice, hours, behind, limit, offset);
    }

    @Override
    public Optional<SentimentChange> sentiment(Slice slice) {
        if (!state.telling().moods()) {
            return Optional.empty();
        }
        return countedSpan(slice)
                .map(span -> span.missing().stream()
                        .map(stretch -> queries.live().mood(slice.over(stretch)))
                        .reduce(queries.days().mood(slice), MoodTotal::plus)
                        .change())
                .or(() -> copy.sentiment(slice));
    }

    @Override
    public Optional<TurnsTaken> turns(Slice slice) {
        if (!state.telling().turns()) {
            return Optional.empty();
        }
        return countedSpan(slice).map(span -> turns(slice, span)).or(() -> copy.turns(slice));
    }

    private TurnsTaken turns(Slice slice, Span span) {
        Turn turn = span.turn(slice.settledThrough());
        List<TurnTotal> turns = new ArrayList<>(queries.days().turns(slice, turn, span.sums(turn)));
        span.live(slice, slice.settledThrough())
                .forEach(part -> turns.addAll(queries.live().turns(part)));
        return TurnRanks.of(turns).taken();
    }

    /** The days by the slice's zone and window; what is after hours plays no part in them. */
    private Optional<Span> countedSpan(Slice slice) {
        LocalClock clock = state.clock();
        return clock != null && clock.hasDaysOf(slice.period().timeZone(), slice.reopenWindow())
                ? span(slice)
                : Optional.empty();
    }

    private Optional<Span> span(Slice slice) {
        Span span = spans.computeIfAbsent(slice.period(), period -> span(slice.unfiltered(), counted.obtain()));
        return Optional.of(span).filter(found -> found.missing().size() <= MOST_GAPS);
    }

    /** Days without a room, as all are before the first, are as good as counted. */
    private Span span(Slice whole, Map<LocalDate, Counted> counted) {
        Span span = new Span(whole.period(), counted);
        List<Period> missing = span.missing();
        if (missing.isEmpty() || missing.size() > MOST_GAPS) {
            return span;
        }
        Map<LocalDate, Counted> known = new HashMap<>(counted);
        missing.stream()
                .filter(stretch -> !queries.live().any(whole.over(stretch)))
                .flatMap(stretch -> stretch.from().datesUntil(stretch.to().plusDays(1)))
                .forEach(day -> known.put(day, Counted.AS_A_WHOLE));
        return new Span(whole.period(), known);
    }

    /** The figures by day and the curve are of the same rows. */
    private Parts parts(Slice slice) {
        return parts.computeIfAbsent(slice, asked -> {
            Set<LocalDate> byHour = new TreeSet<>();
            ReopenPoint.WINDOWS.forEach(hours -> byHour.add(dayOf(asked, closedFor(asked, hours))));
            byHour.add(dayOf(asked, asked.settledThrough()));
            return new Parts(queries.counts().parts(asked, byHour));
        });
    }

    private static LocalDate dayOf(Slice slice, Instant moment) {
        return LocalDate.ofInstant(moment, slice.period().timeZone());
    }

    private static Instant closedFor(Slice slice, int hours) {
        return slice.asOf().minus(Duration.ofHours(hours));
    }
}
