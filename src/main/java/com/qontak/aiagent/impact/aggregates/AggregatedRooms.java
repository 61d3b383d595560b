package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.SelectDays.MoodTotal;
import com.qontak.aiagent.impact.aggregates.SelectDays.TurnTotal;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rooms of one organization as its copy has them: days that are counted add up, all others are counted from the
 * copy. It is asked within one transaction, for one answer.
 */
final class AggregatedRooms implements Rooms {

    /** With more gaps than this the whole period is counted at once. */
    private static final int MOST_GAPS = 12;

    private final MirrorState state;
    private final Rooms copy;
    private final SelectDays days;
    private final SelectLive live;
    private final Map<Period, Span> spans = new HashMap<>();

    /**
     * @param state of the copy
     * @param copy counts rooms of the copy one by one
     * @param days the days that are counted
     * @param live those that are not
     */
    AggregatedRooms(MirrorState state, Rooms copy, SelectDays days, SelectLive live) {
        this.state = state;
        this.copy = copy;
        this.days = days;
        this.live = live;
    }

    @Override
    public List<DayCounts> countsByDay(Slice slice, BusinessHours hours) {
        LocalClock clock = LocalClock.of(slice.period().timeZone(), hours, slice.reopenWindow());
        return (clock.equals(state.clock()) ? span(slice) : Optional.<Span>empty())
                .map(span -> countsByDay(slice, hours, span))
                .orElseGet(() -> copy.countsByDay(slice, hours));
    }

    private List<DayCounts> countsByDay(Slice slice, BusinessHours hours, Span span) {
        Map<LocalDate, DayCounts> counts = days.counts(slice, span.turn(slice.settledThrough()));
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
        List<Turn> turns = windows.stream()
                .map(hours -> span.turn(closedFor(slice, hours)))
                .toList();
        Map<Integer, WindowCounts> curve = new TreeMap<>();
        days.curve(slice, windows, turns).forEach(counts -> curve.put(counts.hours(), counts));
        for (Period stretch : span.missing()) {
            copy.reopenCurve(slice.over(stretch), windows)
                    .forEach(counts -> curve.merge(counts.hours(), counts, WindowCounts::plus));
        }
        for (int hours : windows) {
            span.straddling(slice, closedFor(slice, hours))
                    .map(part -> copy.reopenCurve(part, List.of(hours)))
                    .ifPresent(counts -> curve.merge(hours, counts.get(0), WindowCounts::plus));
        }
        return List.copyOf(curve.values());
    }

    @Override
    public List<OutcomeMinutes> journey(Slice slice) {
        return countedSpan(slice)
                .map(span -> new Journey(days, live).outcomes(slice, span))
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
                        .map(stretch -> live.mood(slice.over(stretch)))
                        .reduce(days.mood(slice), MoodTotal::plus)
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
        List<TurnTotal> turns = new ArrayList<>(days.turns(slice, span.turn(slice.settledThrough())));
        span.live(slice, slice.settledThrough()).forEach(part -> turns.addAll(live.turns(part)));
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
        Span span = spans.computeIfAbsent(
                slice.period(),
                period -> new Span(period, days.counted(slice.organizationId(), period.from(), period.to())));
        return Optional.of(span).filter(found -> found.missing().size() <= MOST_GAPS);
    }

    private static Instant closedFor(Slice slice, int hours) {
        return slice.asOf().minus(Duration.ofHours(hours));
    }
}
