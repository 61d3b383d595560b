package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.RelationName;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.impact.period.Slice;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rooms behind a number, in the order they closed. Those that are not settled come the other way round: from one
 * page to the next the oldest of them settle, and would leave a gap where the first page began.
 */
final class SelectConversations {

    private static final String LOGGED =
            """
            , logged as (
              select timed.*
              from timed
              join %s l on l.room_id = timed.id
              where l.organization_id = :organizationId
                and %s
            )
            """;
    private static final String CONDITION =
            """
            where %s
              and (cast(:afterHours as boolean) is null or after_hours = :afterHours)
              and (settled or not :onlySettled)
            """;
    private static final String COUNT = "select count(*) from %s\n";
    private static final String IDS = "select id from %s\n";
    private static final String PAGE =
            """
            order by closed_at %s, id
            limit :limit
            offset :offset
            """;

    private final ClassifiedRooms rooms;
    private final ActivityLogs activityLogs;
    private final RelationName logs;

    SelectConversations(ClassifiedRooms rooms, ActivityLogs activityLogs, RelationName logs) {
        this.rooms = rooms;
        this.activityLogs = activityLogs;
        this.logs = logs;
    }

    /**
     * @param slice which rooms
     * @param hours decides what is after hours
     * @param behind the number they are behind
     * @param limit how many at most
     * @param offset how many to pass over
     * @return a page of them; empty when it takes the activity logs to tell, and they cannot
     */
    Optional<RoomsBehind> page(Slice slice, BusinessHours hours, Behind behind, int limit, long offset) {
        Supplier<RoomsBehind> page =
                () -> new RoomsBehind(count(slice, hours, behind), ids(slice, hours, behind, limit, offset));
        return behind.selection()
                .logged()
                .map(figure -> activityLogs.ask(figure, page))
                .orElseGet(() -> Optional.of(page.get()));
    }

    private long count(Slice slice, BusinessHours hours, Behind behind) {
        return statement(slice, hours, behind, COUNT, "").query(Long.class).single();
    }

    private List<UUID> ids(Slice slice, BusinessHours hours, Behind behind, int limit, long offset) {
        String page = PAGE.formatted(behind.selection().unsettled() ? "desc" : "asc");
        return statement(slice, hours, behind, IDS, page)
                .param("limit", limit)
                .param("offset", offset)
                .query(UUID.class)
                .list();
    }

    private StatementSpec statement(Slice slice, BusinessHours hours, Behind behind, String select, String order) {
        Optional<LoggedFigure> logged = behind.selection().logged();
        String among =
                logged.map(figure -> LOGGED.formatted(logs, figure.condition())).orElse("");
        String from = select.formatted(logged.isPresent() ? "logged" : "timed");
        String condition = CONDITION.formatted(behind.selection().condition());
        StatementSpec statement = rooms.select(slice, LocalTimes.TIMED + among + from + condition + order)
                .param("afterHours", behind.afterHours(), Types.BOOLEAN)
                .param("onlySettled", behind.onlySettled());
        return LocalTimes.bind(statement, slice, hours);
    }
}
