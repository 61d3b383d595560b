package com.qontak.aiagent.impact.rooms;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** How a zone is named for {@code at time zone}, which reads a bare offset with its sign turned round. */
final class PostgresZone {

    private PostgresZone() {}

    /**
     * @param zone any zone
     * @return the region's name, or for a fixed offset its POSIX form, in which east is negative
     */
    static String nameOf(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC)
                    ? "UTC"
                    : "LOC"
                            + ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds())
                                    .getId();
        }
        return zone.getId();
    }
}
