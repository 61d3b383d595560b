package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the relation itself, whole, for every answer. */
final class SqlRooms implements Rooms {

    private final SelectCountsByDay selectCountsByDay;
    private final SelectReopenCurve selectReopenCurve;
    private final SelectJourney selectJourney;
    private final SelectFirstAiRoom selectFirstAiRoom;
    private final SelectConversations selectConversations;
    private final ActivityLogs activityLogs;

    SqlRooms(DataSource dataSource, RelationName relation, RelationName logs) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        ClassifiedRooms rooms = new ClassifiedRooms(jdbc, relation);
        this.selectCountsByDay = new SelectCountsByDay(rooms);
        this.selectReopenCurve = new SelectReopenCurve(rooms);
        this.selectJourney = new SelectJourney(rooms);
        this.selectFirstAiRoom = new SelectFirstAiRoom(jdbc, relation);
        this.activityLogs = new ActivityLogs(dataSource, rooms, logs);
        this.selectConversations = new SelectConversations(rooms, activityLogs, logs);
    }

    @Override
    public List<DayCounts> countsByDay(Slice slice, BusinessHours hours) {
        Map<LocalDate, DayCounts> days = new TreeMap<>();
        for (SelectCountsByDay.Row row : selectCountsByDay.rows(slice, hours)) {
            Counts afterHours = row.afterHours() ? row.counts() : Counts.NONE;
            days.merge(row.day(), new DayCounts(row.day(), row.counts(), afterHours), DayCounts::plus);
        }
        return new ArrayList<>(days.values());
    }

    @Override
    public List<WindowCounts> reopenCurve(Slice slice, List<Integer> windows) {
        return selectReopenCurve.windows(slice, windows);
    }

    @Override
    public List<OutcomeMinutes> journey(Slice slice) {
        Map<Outcome, OutcomeMinutes> found = selectJourney.outcomes(slice).stream()
                .collect(Collectors.toMap(OutcomeMinutes::outcome, Function.identity()));
        return Arrays.stream(Outcome.values())
                .map(outcome -> found.getOrDefault(outcome, new OutcomeMinutes(outcome, 0, 0, null)))
                .toList();
    }

    @Override
    public Optional<Instant> firstAiRoom(long organizationId) {
        return selectFirstAiRoom.createdAt(organizationId);
    }

    @Override
    public Optional<RoomsBehind> conversations(
            Slice slice, BusinessHours hours, Behind behind, int limit, long offset) {
        return selectConversations.page(slice, hours, behind, limit, offset);
    }

    @Override
    public Optional<SentimentChange> sentiment(Slice slice) {
        return activityLogs.sentiment(slice);
    }

    @Override
    public Optional<TurnsTaken> turns(Slice slice) {
        return activityLogs.turns(slice);
    }
}
