package com.qontak.aiagent.localrun.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of one organization, from its first day until now, in the order in which they were created. Customers who
 * were helped come back now and then, and are customers like any other when they do: so comebacks form chains.
 */
final class RoomStream {

    /** How many local days there are, today included. */
    static final int HISTORY_DAYS = 240;

    private static final double GROWTH = 0.25;
    private static final double KNOWN_CUSTOMER = 0.38;
    private static final double ANONYMOUS = 0.03;
    private static final double BACK_SOON_AT_FIRST = 0.09;
    private static final double BACK_SOON_NOW = 0.06;
    private static final double BACK_AFTER_SILENCE = 0.15;
    private static final double BACK_LATER = 0.06;
    private static final Duration SOON = Duration.ofHours(47);

    private final DemoOrganization organization;
    private final Instant now;
    private final LocalDate firstDay;
    private final Dice dice;
    private final ServiceDesk desk;
    private final List<Long> customers = new ArrayList<>();
    private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>(Comparator.comparing(Arrival::at));

    RoomStream(DemoOrganization organization, Instant now, Dice dice) {
        this.organization = organization;
        this.now = now;
        this.dice = dice;
        firstDay = now.atZone(organization.timeZone()).toLocalDate().minusDays(HISTORY_DAYS - 1);
        desk = new ServiceDesk(organization, firstDay, now, dice);
    }

    List<DemoRoom> rooms() {
        expectArrivals();
        List<DemoRoom> rooms = new ArrayList<>();
        for (Arrival next = arrivals.poll(); next != null && !next.at().isAfter(now); next = arrivals.poll()) {
            DemoRoom room = desk.serve(next);
            rooms.add(room);
            comeback(room).ifPresent(arrivals::add);
        }
        return rooms;
    }

    private void expectArrivals() {
        DailyRhythm rhythm = new DailyRhythm(organization.timeZone(), dice);
        List<Instant> instants = new ArrayList<>();
        for (int day = 0; day < HISTORY_DAYS; day++) {
            double usual = organization.roomsPerDay() * (1 + GROWTH * day / HISTORY_DAYS);
            rhythm.arrivals(firstDay.plusDays(day), usual).forEach(instants::add);
        }
        instants.stream().sorted().forEach(at -> arrivals.add(new Arrival(at, customer(), false)));
    }

    private @Nullable Long customer() {
        if (dice.chance(ANONYMOUS)) {
            return null;
        }
        if (!customers.isEmpty() && dice.chance(KNOWN_CUSTOMER)) {
            return dice.pick(customers);
        }
        Long customer = organization.id() * 1_000_000 + customers.size() + 1;
        customers.add(customer);
        return customer;
    }

    private Optional<Arrival> comeback(DemoRoom room) {
        if (room.contactId() == null || room.closedAt() == null) {
            return Optional.empty();
        }
        double soon =
                switch (room.handling()) {
                    case AI_ALONE -> BACK_SOON_AT_FIRST + (BACK_SOON_NOW - BACK_SOON_AT_FIRST) * age(room);
                    case AI_UNRESOLVED, NOBODY -> BACK_AFTER_SILENCE;
                    case AI_THEN_HUMAN, HUMAN_ONLY -> 0;
                };
        if (dice.chance(soon)) {
            Duration delay = dice.minutes(9 * 60, 1);
            return Optional.of(arrival(room, delay.compareTo(SOON) < 0 ? delay : SOON));
        }
        return dice.chance(BACK_LATER)
                ? Optional.of(arrival(room, Duration.ofHours(dice.between(50, 600))))
                : Optional.empty();
    }

    private double age(DemoRoom room) {
        Instant start = firstDay.atStartOfDay(organization.timeZone()).toInstant();
        return (double) Duration.between(start, room.createdAt()).toMinutes()
                / Duration.ofDays(HISTORY_DAYS).toMinutes();
    }

    private static Arrival arrival(DemoRoom room, Duration afterClose) {
        return new Arrival(room.closedAt().plus(afterClose), room.contactId(), true);
    }
}
