package com.qontak.aiagent.localrun.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * The organizations of the local run, {@value RoomStream#HISTORY_DAYS} days of rooms up to now for those that are
 * entitled and rolled out, and what their AI agents reported.
 * <p>Invented, but plausible: office hours, quieter weekends, nights, a month of people alone before the first AI
 * agent, an AI that learns, customers who come back, idle timeouts, rooms still open. The same instant gives the same
 * rows, identifiers included.
 */
public final class DemoData {

    private static final long SEED = 20_260_101;
    private static final String ORGANIZATION_COLUMNS = "organizations (id, name, plan, settings)";
    private static final String SETTINGS = "{\"ai_agent_engine_version\": %d, \"time_zone\": \"%s\"}";

    private DemoData() {}

    /**
     * Fills the relations of {@link ChatbotSchema}, in one transaction and in a second or two, and has them analyzed.
     *
     * @param owner connections that may write them; they are empty
     * @param clock tells when the last rooms are: none is later, and today has as many as its hours so far explain
     * @throws SQLException if they hold demo data already, or the server cannot answer; nothing is written then
     */
    public static void load(DataSource owner, Clock clock) throws SQLException {
        Instant now = clock.instant();
        CopyLines organizations = new CopyLines();
        DemoOrganization.all()
                .forEach(each -> organizations.add(
                        each.id(),
                        each.name(),
                        each.plan(),
                        SETTINGS.formatted(each.engineVersion(), each.timeZone())));
        CopyLines rooms = new CopyLines();
        CopyLines logs = new CopyLines();
        DemoOrganization.withRooms().forEach(each -> addRooms(each, now, rooms, logs));
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            organizations.copyInto(connection, ORGANIZATION_COLUMNS);
            rooms.copyInto(connection, DemoRoom.COLUMNS);
            logs.copyInto(connection, ConversationTelemetry.COLUMNS);
            statement.execute("analyze organizations, rooms, ai_activity_logs");
            connection.commit();
        }
    }

    private static void addRooms(DemoOrganization organization, Instant now, CopyLines rooms, CopyLines logs) {
        Dice dice = new Dice(SEED + organization.id());
        ConversationTelemetry telemetry = new ConversationTelemetry(dice);
        for (DemoRoom room : new RoomStream(organization, now, dice).rooms()) {
            rooms.add(room.columns());
            telemetry.of(room).ifPresent(logs::add);
        }
    }
}
