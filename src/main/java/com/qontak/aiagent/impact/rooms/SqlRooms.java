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

/** Counts the rooms of a relation one by one, whole, for every answer. */
public final class SqlRooms implements Rooms {

    private final SelectCountsByDay selectCountsByDay;
    private final SelectReopenCurve selectReopenCurve;
    private final SelectJourney selectJourney;
    private final SelectFirstAiRoom selectFirstAiRoom;
    private final SelectConversations selectConversations;
    private final ActivityLogs activityLogs;

    private SqlRooms(DataSource dataSource, ClassifiedRooms rooms, RelationName relation, RelationName logs) {
        this.selectCountsByDay = new SelectCountsByDay(rooms);
        this.selectReopenCurve = new SelectReopenCurve(rooms);
        this.selectJourney = new SelectJourney(rooms);
        this.selectFirstAiRoom = new SelectFirstAiRoom(JdbcClient.create(dataSource), relation);
        this.activityLogs = new ActivityLogs(dataSource, rooms, logs);
        this.selectConversations = new SelectConversations(rooms, activityLogs, logs);
    }

    /**
     * @param dataSource where both are
     * @param relation the rooms
     * @param logs what the AI logged about them; it may be missing
     * @return reads the relation itself
     */
    static SqlRooms of(DataSource dataSource, RelationName relation, RelationName logs) {
        ClassifiedRooms rooms = ClassifiedRooms.of(JdbcClient.create(dataSource), relation);
        return new SqlRooms(dataSource, rooms, relation, logs);
    }

    /**
     * @param dataSource where both are
     * @param relation a copy of the rooms, which knows when contacts came back
     * @param logs a copy of what the AI logged about them
     * @return reads the copy
     */
    public static SqlRooms ofCopy(DataSource dataSource, RelationName relation, RelationName logs) {
        ClassifiedRooms rooms = ClassifiedRooms.ofCopy(JdbcClient.create(dataSource), relation);
        return new SqlRooms(dataSource, rooms, relation, logs);
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

    /** @return what the activity logs can tell; nothing when they are missing or closed to the service */
    public Telling telling() {
        return new Telling(activityLogs.tell(LoggedFigure.SENTIMENT), activityLogs.tell(LoggedFigure.TURNS));
    }
}
