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
     * An AI agent.
     *
     * @param id the same in every run
     * @param name its name, as people wrote it
     * @param firstDay how many days after its organization's first room it began
     */
    public record Agent(UUID id, String name, int firstDay) {}

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
                                agent("6d0d5a0e-3f0b-4c6e-9b52-0a1c7f4e8d11", "Maya, layanan pelanggan", 30),
                                agent("0b9e4f72-51c8-4d1a-8a6f-2c3d9e7b5f22", "Raka, promo dan diskon", 95),
                                agent("f4a7c318-9d26-4e0b-b7c1-6e5f8a2d4c33", "Sari, pesanan dan pengiriman", 150))),
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
                                agent("2e8b1d64-7a95-4f3c-a0d8-4b6c1f9e3a44", "Dewi, toko daring", 30),
                                agent("c15f9a83-4e07-42bd-9c6e-8d2a7b0f5e55", "Bayu, pesanan seragam", 120))),
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
