package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The rooms behind a number, in the order they closed. */
final class SelectConversations {

    private static final String CONDITION =
            """
            where %s
              and (cast(:afterHours as boolean) is null or after_hours = :afterHours)
              and (settled or not :onlySettled)
            """;
    private static final String COUNT = "select count(*) from timed\n";
    private static final String IDS = "select id from timed\n";
    private static final String PAGE =
            """
            order by closed_at, id
            limit :limit
            offset :offset
            """;

    private final ClassifiedRooms rooms;

    SelectConversations(ClassifiedRooms rooms) {
        this.rooms = rooms;
    }

    /**
     * @param slice which rooms
     * @param hours decides what is after hours
     * @param behind the number they are behind
     * @return how many there are
     */
    long count(Slice slice, BusinessHours hours, Behind behind) {
        return statement(slice, hours, behind, COUNT, "").query(Long.class).single();
    }

    /**
     * @param slice which rooms
     * @param hours decides what is after hours
     * @param behind the number they are behind
     * @param limit how many at most
     * @param offset how many to pass over
     * @return their ids, by the time they closed and then by id; empty past the end
     */
    List<UUID> ids(Slice slice, BusinessHours hours, Behind behind, int limit, long offset) {
        return statement(slice, hours, behind, IDS, PAGE)
                .param("limit", limit)
                .param("offset", offset)
                .query(UUID.class)
                .list();
    }

    private StatementSpec statement(Slice slice, BusinessHours hours, Behind behind, String select, String order) {
        String condition = CONDITION.formatted(behind.selection().condition());
        StatementSpec statement = rooms.select(slice, LocalTimes.TIMED + select + condition + order)
                .param("afterHours", behind.afterHours(), Types.BOOLEAN)
                .param("onlySettled", behind.onlySettled());
        return LocalTimes.bind(statement, slice, hours);
    }
}
