package com.qontak.aiagent.localrun.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The AI agents and the people of one organization: turns a customer who writes into the room that comes of it. */
final class ServiceDesk {

    private static final LocalTime STAFF_COMES = LocalTime.of(8, 0);
    private static final LocalTime STAFF_LEAVES = LocalTime.of(21, 0);
    private static final Duration IDLE_TIMEOUT = Duration.ofHours(8);
    private static final Duration MISSED_TIMEOUT = Duration.ofHours(24);

    private static final List<Map.Entry<String, Integer>> CHANNELS = List.of(
            Map.entry("whatsapp", 68),
            Map.entry("instagram", 14),
            Map.entry("webchat", 9),
            Map.entry("facebook", 5),
            Map.entry("email", 4));

    private static final double COMEBACK_EASE = 0.75;
    private static final double LINGERS = 0.03;
    private static final double RESOLVED_AS_AI_ALTHOUGH_TAKEN_OVER = 0.1;
    private static final double SPAM = 0.05;
    private static final double CORRECTED_LATER = 0.03;
    private static final int PEOPLE = 9;

    private final DemoOrganization organization;
    private final LocalDate firstDay;
    private final Instant now;
    private final Dice dice;

    ServiceDesk(DemoOrganization organization, LocalDate firstDay, Instant now, Dice dice) {
        this.organization = organization;
        this.firstDay = firstDay;
        this.now = now;
        this.dice = dice;
    }

    /** The room as it stands now: open, if it is not over yet. */
    DemoRoom serve(Arrival arrival) {
        Instant at = arrival.at();
        long day = ChronoUnit.DAYS.between(
                firstDay, at.atZone(organization.timeZone()).toLocalDate());
        List<DemoOrganization.Agent> agents = organization.agentsOn(day);
        Topic topic = Topic.any(dice);
        Handling handling = agents.isEmpty() ? Handling.withoutAi(dice) : withAi(arrival, day, topic);
        Course course = course(handling, at);
        Instant corrected = course.end().plus(dice.minutes(600, 1));
        boolean isCorrected = dice.chance(CORRECTED_LATER) && corrected.isBefore(now);
        boolean open = course.end().isAfter(now);
        return new DemoRoom(
                dice.uuid(),
                organization.id(),
                arrival.contactId(),
                dice.pick(CHANNELS, Map.Entry::getValue).getKey(),
                handling.involvesAi() ? dice.pick(agents).id() : null,
                person(course.takenOver()),
                at,
                open ? null : course.end(),
                open ? null : course.reason(),
                open ? lastSign(at, course) : isCorrected ? corrected : course.end(),
                topic,
                handling);
    }

    private Handling withAi(Arrival arrival, long day, Topic topic) {
        int onboarding = organization.onboardingDay();
        double learned = (double) (day - onboarding) / (RoomStream.HISTORY_DAYS - onboarding);
        double skill = organization.skillAtFirst() + (organization.skillNow() - organization.skillAtFirst()) * learned;
        double ease = topic.ease() * (arrival.isComeback() ? COMEBACK_EASE : 1);
        return Handling.withAi(dice, learned, skill * ease, isStaffed(arrival.at()));
    }

    private Course course(Handling handling, Instant at) {
        return switch (handling) {
            case AI_ALONE -> new Course(null, at.plus(dice.minutes(6, 0.7)), "RESOLVE_AI");
            case AI_THEN_HUMAN ->
                taken(
                        at.plus(dice.minutes(4, 0.7)),
                        dice.minutes(17, 0.8),
                        dice.chance(RESOLVED_AS_AI_ALTHOUGH_TAKEN_OVER) ? "RESOLVE_AI" : "RESOLVE");
            case AI_UNRESOLVED ->
                new Course(
                        null, at.plus(dice.minutes(5, 0.7)).plus(IDLE_TIMEOUT), dice.chance(SPAM) ? "SPAM" : "RESOLVE");
            case HUMAN_ONLY -> taken(at.plus(dice.minutes(3, 0.8)), dice.minutes(12, 0.8), "RESOLVE");
            case NOBODY -> new Course(null, at.plus(MISSED_TIMEOUT), "RESOLVE");
        };
    }

    private Course taken(Instant asked, Duration work, String reason) {
        Instant takenOver = nextStaffed(asked);
        Duration waitsForCustomer = dice.chance(LINGERS) ? Duration.ofHours(dice.between(24, 144)) : Duration.ZERO;
        return new Course(takenOver, takenOver.plus(work).plus(waitsForCustomer), reason);
    }

    private @Nullable Long person(@Nullable Instant takenOver) {
        long person = organization.id() * 100 + dice.between(1, PEOPLE);
        return takenOver == null || takenOver.isAfter(now) ? null : Long.valueOf(person);
    }

    private Instant lastSign(Instant at, Course course) {
        Instant takenOver = course.takenOver();
        return takenOver == null || takenOver.isAfter(now) ? at : takenOver;
    }

    private boolean isStaffed(Instant at) {
        LocalTime time = at.atZone(organization.timeZone()).toLocalTime();
        return !time.isBefore(STAFF_COMES) && time.isBefore(STAFF_LEAVES);
    }

    private Instant nextStaffed(Instant at) {
        if (isStaffed(at)) {
            return at;
        }
        ZonedDateTime local = at.atZone(organization.timeZone());
        LocalDate day = local.toLocalTime().isBefore(STAFF_COMES)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(STAFF_COMES)
                .atZone(organization.timeZone())
                .toInstant()
                .plus(dice.minutes(20, 0.8));
    }

    /** What becomes of a room: when a person takes over, if one does, and when and why it closes. */
    private record Course(@Nullable Instant takenOver, Instant end, String reason) {}
}
