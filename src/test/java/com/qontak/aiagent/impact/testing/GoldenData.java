package com.qontak.aiagent.impact.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The worked data set whose figures were reckoned by hand and by another program. */
public final class GoldenData {

    private static final String FOLDER = "/com/qontak/aiagent/impact/golden/";
    private static boolean loaded;

    private GoldenData() {}

    public static synchronized void load(RoomsDatabase database) {
        if (!loaded) {
            database.insert(rooms());
            loaded = true;
        }
    }

    public static List<Room> rooms() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open("rooms.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(GoldenData::room).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static InputStream open(String name) {
        InputStream stream = GoldenData.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IllegalArgumentException("No golden file " + name);
        }
        return stream;
    }

    private static Room room(String line) {
        String[] cells = line.split(",", 11);
        return new Room(
                UUID.fromString(cells[0]),
                Long.parseLong(cells[1]),
                number(cells[2]),
                cells[3],
                cells[4].isEmpty() ? null : UUID.fromString(cells[4]),
                number(cells[5]),
                Instant.parse(cells[6]),
                cells[7].isEmpty() ? null : Instant.parse(cells[7]),
                cells[8].isEmpty() ? null : cells[8]);
    }

    private static @Nullable Long number(String cell) {
        return cell.isEmpty() ? null : Long.valueOf(cell);
    }
}
