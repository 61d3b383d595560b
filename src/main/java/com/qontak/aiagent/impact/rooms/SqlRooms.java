package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the relation itself, whole, for every answer. */
final class SqlRooms implements Rooms {

    private final SelectCountsByDay selectCountsByDay;

    SqlRooms(JdbcClient jdbc, RelationName relation) {
        ClassifiedRooms rooms = new ClassifiedRooms(jdbc, relation);
        this.selectCountsByDay = new SelectCountsByDay(rooms);
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
}
