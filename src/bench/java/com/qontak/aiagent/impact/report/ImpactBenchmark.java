package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.aggregates.FilledAggregates;
import com.qontak.aiagent.impact.rooms.RoomsFixture;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.testing.CallerArgument;
import com.qontak.aiagent.impact.testing.RoomsDatabase;
import com.qontak.aiagent.testing.OwnDatabase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/**
 * The report of organizations of several sizes, out of six million rooms, beside the plain recount in SQL of its hero
 * alone. Every figure is a median of interleaved runs, with the quartiles; they are to be compared, not to be taken for
 * themselves.
 */
public final class ImpactBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Map<Long, Long> SIZES = sizes();
    private static final int OTHERS = 500;
    private static final int SMALLEST_OTHER = 1_000;

    static final String HERO =
            """
            select
              count(*) as settled,
              count(*) filter (
                where r.closed_reason = 'RESOLVE_AI'
                  and r.assign_channel_agent_id is null
                  and not exists (
                    select
                    from rooms c
                    where c.organization_id = r.organization_id
                      and c.contact_id = r.contact_id
                      and c.created_at > r.closed_at
                      and c.created_at <= r.closed_at + interval '48 hours'
                  )
              ) as net_contained
            from rooms r
            where r.organization_id = :organization
              and r.ai_agent_id is not null
              and r.closed_at >= :start
              and r.closed_at < :end
              and r.closed_at <= :settled
            """;

    private static final String HERO_BY_JOIN =
            """
            with resolved as (
              select r.id, r.contact_id, r.closed_at, r.closed_reason, r.assign_channel_agent_id
              from rooms r
              where r.organization_id = :organization
                and r.ai_agent_id is not null
                and r.closed_at >= :start
                and r.closed_at < :end
                and r.closed_at <= :settled
            ),
            returned as (
              select distinct a.id
              from resolved a
              join rooms c
                on c.contact_id = a.contact_id
                and c.created_at > a.closed_at
                and c.created_at <= a.closed_at + interval '48 hours'
              where c.organization_id = :organization
                and a.closed_reason = 'RESOLVE_AI'
                and a.assign_channel_agent_id is null
            )
            select
              count(*) as settled,
              count(*) filter (
                where closed_reason = 'RESOLVE_AI' and assign_channel_agent_id is null and returned.id is null
              ) as net_contained
            from resolved
            left join returned on returned.id = resolved.id
            """;

    private final Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final RoomsDatabase database = RoomsDatabase.shared();
    private final DataSource source = pool(database);
    private final DataSource own = OwnDatabase.migrated().pool();
    private final FilledAggregates aggregates = new FilledAggregates(source, own, clock);
    private final RoomsReader reader = aggregates.reader(RoomsFixture.reader(database));

    private ImpactBenchmark() {}

    /** @param arguments how many percent of the rooms to make; 100 when absent */
    public static void main(String[] arguments) throws Exception {
        new ImpactBenchmark().run(arguments.length == 0 ? 100 : Long.parseLong(arguments[0]));
        System.exit(0);
    }

    private void run(long percent) throws Exception {
        generate(percent);
        fill();
        reports();
        fresh();
    }

    private void generate(long percent) {
        ManyRooms rooms = new ManyRooms(database.owner());
        rooms.dropIndexes();
        long left = 6_000_000 * percent / 100;
        for (Map.Entry<Long, Long> size : SIZES.entrySet()) {
            long count = size.getValue() * percent / 100;
            rooms.add(size.getKey(), count, now);
            left -= count;
        }
        for (long other = 0; other < OTHERS; other++) {
            rooms.add(SMALLEST_OTHER + other, left / OTHERS, now);
        }
        rooms.finish();
        say("rooms: %s", JdbcClient.create(database.owner())
                .sql("select count(*) from rooms")
                .query(Long.class)
                .single());
    }

    private void fill() {
        for (Map.Entry<Long, Long> size : SIZES.entrySet()) {
            long begun = System.nanoTime();
            aggregates.copy(size.getKey());
            long copied = System.nanoTime();
            aggregates.count(size.getKey(), ZONE);
            long counted = System.nanoTime();
            say(
                    "first fill of organization %d (%d rooms at 100 %%): copied in %.1f s, counted in %.1f s",
                    size.getKey(), size.getValue(), (copied - begun) / 1e9, (counted - copied) / 1e9);
        }
        JdbcClient.create(own).sql("vacuum analyze").update();
    }

    private void reports() throws Exception {
        Map<String, Timed> timed = new LinkedHashMap<>();
        for (int days : new int[] {28, 90, 365, 731}) {
            timed.put("report, largest, " + days + " days", () -> report(1, days));
        }
        for (long organization : SIZES.keySet()) {
            timed.put("report, organization " + organization + ", 365 days", () -> report(organization, 365));
        }
        Map<String, double[]> fast = interleaved(timed, 60, 30);
        Map<String, double[]> slow = interleaved(
                Map.of(
                        "hero by exists, largest, 365 days", () -> hero(HERO),
                        "hero by join, largest, 365 days", () -> hero(HERO_BY_JOIN)),
                2,
                5);
        double hero = slow.values().stream().mapToDouble(times -> times[1]).min().orElseThrow();
        double year = fast.get("report, largest, 365 days")[1];
        double month = fast.get("report, largest, 28 days")[1];
        say("plain recount of the hero / report of 365 days: %.0f", hero / year);
        say("report of 365 days / of 28 days: %.2f", year / month);
    }

    private void fresh() {
        JdbcClient owner = JdbcClient.create(database.owner());
        for (int changes : new int[] {0, 1, 10, 100, 1000}) {
            owner.sql(
                            """
                            update rooms
                            set closed_reason = 'SPAM', updated_at = cast(:now as timestamptz) + make_interval(secs => :later)
                            where id in (
                              select id from rooms where organization_id = 1 and closed_at > cast(:now as timestamptz) - interval '2 days'
                              order by id limit :changes
                            )
                            """)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("later", changes)
                    .param("changes", changes)
                    .update();
            long begun = System.nanoTime();
            aggregates.copy(1);
            long copied = System.nanoTime();
            aggregates.count(1, ZONE);
            say(
                    "kept fresh after %d changed rooms of the last two days: copied in %.0f ms, counted in %.0f ms",
                    changes, (copied - begun) / 1e6, (System.nanoTime() - copied) / 1e6);
        }
    }

    private void report(long organization, int days) throws Exception {
        LocalDate to = LocalDate.ofInstant(now, ZONE).minusDays(1);
        mvc(organization)
                .perform(MockMvcRequestBuilders.get("/impact/report")
                        .param("from", to.minusDays(days - 1L).toString())
                        .param("to", to.toString()))
                .andExpect(MockMvcResultMatchers.status().isOk());
    }

    private final Map<Long, MockMvc> mvcs = new LinkedHashMap<>();

    private MockMvc mvc(long organization) {
        return mvcs.computeIfAbsent(
                organization,
                id -> ReportFixture.http(
                        ReportFixture.service(reader, GivenAssumptions.NONE), new CallerArgument(id), now));
    }

    private void hero(String sql) {
        LocalDate to = LocalDate.ofInstant(now, ZONE).minusDays(1);
        JdbcClient.create(source)
                .sql(sql)
                .param("organization", 1L)
                .param("start", to.minusDays(364).atStartOfDay(ZONE).toOffsetDateTime())
                .param("end", to.plusDays(1).atStartOfDay(ZONE).toOffsetDateTime())
                .param("settled", now.minus(Duration.ofHours(48)).atOffset(ZoneOffset.UTC))
                .query()
                .singleRow();
    }

    private static Map<String, double[]> interleaved(Map<String, Timed> timed, int warmUp, int rounds) throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = -warmUp; round < rounds; round++) {
            for (Map.Entry<String, Timed> one : timed.entrySet()) {
                long begun = System.nanoTime();
                one.getValue().run();
                double millis = (System.nanoTime() - begun) / 1e6;
                if (round >= 0) {
                    times.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(millis);
                }
            }
        }
        Map<String, double[]> quartiles = new LinkedHashMap<>();
        times.forEach((name, values) -> {
            double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double[] three = {
                sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length * 3 / 4]
            };
            quartiles.put(name, three);
            say("%s: %.1f ms (%.1f to %.1f)", name, three[1], three[0], three[2]);
        });
        return quartiles;
    }

    private static DataSource pool(RoomsDatabase database) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(database.dataSource());
        settings.setMaximumPoolSize(4);
        return new HikariDataSource(settings);
    }

    private static Map<Long, Long> sizes() {
        Map<Long, Long> sizes = new LinkedHashMap<>();
        sizes.put(1L, 2_000_000L);
        sizes.put(2L, 1_000_000L);
        sizes.put(3L, 100_000L);
        sizes.put(4L, 10_000L);
        return sizes;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private interface Timed {
        void run() throws Exception;
    }
}
