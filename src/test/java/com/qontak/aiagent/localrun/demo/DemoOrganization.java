package com.qontak.aiagent.localrun.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An organization of the local run.
 *
 * @param id the tenant's id
 * @param name its name, as people wrote it
 * @param plan the plan it pays for
 * @param engineVersion {@code settings.ai_agent_engine_version}
 * @param timeZone {@code settings.time_zone}
 * @param roomsPerDay how many rooms customers open on an ordinary weekday at the beginning of its history; 0 for none
 * @param skillAtFirst the fraction of rooms with an AI agent that it resolves alone in its first days
 * @param skillNow the same fraction today
 * @param agents its AI agents, the one at work first in front; empty without rooms
 */
public record DemoOrganization(
        long id,
        String name,
        String plan,
        int engineVersion,
        ZoneId timeZone,
        int roomsPerDay,
        double skillAtFirst,
        double skillNow,
        List<Agent> agents) {

    /**
     * An AI agent. The simulated upstream has it too, so that one with rooms can be looked at.
     *
     * @param id the same in every run
     * @param name its name, as people wrote it
     * @param firstDay how many days after its organization's first room it began
     */
    public record Agent(UUID id, String name, int firstDay) {

        /** @return how many days ago it was there at the latest, counted from the day of the last room */
        public int daysAgo() {
            return RoomStream.HISTORY_DAYS - firstDay;
        }
    }

    /** @return all of them, by id */
    public static List<DemoOrganization> all() {
        return List.of(
                new DemoOrganization(
                        1,
                        "Toko Maju",
                        "plus",
                        2,
                        ZoneId.of("Asia/Jakarta"),
                        98,
                        0.53,
                        0.74,
                        List.of(
                                agent("a1e00001-0000-4000-8000-000000000001", "Asisten Pesanan Toko Maju", 30),
                                agent("a1e00001-0000-4000-8000-000000000003", "Raka, promo dan diskon", 95),
                                agent("a1e00001-0000-4000-8000-000000000004", "Sari, pesanan dan pengiriman", 150))),
                new DemoOrganization(
                        2,
                        "Batik Sulawesi",
                        "360",
                        2,
                        ZoneId.of("Asia/Makassar"),
                        30,
                        0.44,
                        0.66,
                        List.of(
                                agent("a1e00002-0000-4000-8000-000000000001", "Dewi, toko daring", 30),
                                agent("a1e00002-0000-4000-8000-000000000002", "Bayu, pesanan seragam", 120))),
                withoutRooms(3, "Warung Sinar", "starter", 2),
                withoutRooms(4, "Kopi Nusantara", "ultimate", 1));
    }

    /** The AI agents at work on a day, counted from the organization's first room; empty before onboarding. */
    List<Agent> agentsOn(long day) {
        return agents.stream().filter(agent -> agent.firstDay() <= day).toList();
    }

    /** The day on which its first AI agent began, counted from the organization's first room. */
    int onboardingDay() {
        return agents.get(0).firstDay();
    }

    boolean hasRooms() {
        return roomsPerDay > 0;
    }

    static Stream<DemoOrganization> withRooms() {
        return all().stream().filter(DemoOrganization::hasRooms);
    }

    private static DemoOrganization withoutRooms(long id, String name, String plan, int engineVersion) {
        return new DemoOrganization(id, name, plan, engineVersion, ZoneId.of("Asia/Jakarta"), 0, 0, 0, List.of());
    }

    private static Agent agent(String id, String name, int firstDay) {
        return new Agent(UUID.fromString(id), name, firstDay);
    }
}
