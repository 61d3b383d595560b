package com.qontak.aiagent.localrun.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invents what the AI agents report of their conversations: of nine in ten, and of those not every figure. */
final class ConversationTelemetry {

    static final String COLUMNS = "ai_activity_logs (room_id, organization_id, ai_agent_id, started_at, ended_at,"
            + " turns, first_response_ms, sentiment_start, sentiment_end, topic, answer_scope, out_of_scope_reason,"
            + " escalation_reason, confidence, csat, quality_relevant, quality_accurate, quality_safe,"
            + " actions_attempted, actions_succeeded, cost_idr)";

    private static final double REPORTED = 0.9;
    private static final double REVIEWED = 0.3;
    private static final double RUPIAH_PER_TURN = 85;

    private static final List<String> OUT_OF_SCOPE_REASONS =
            List.of("bukan produk kami", "lowongan kerja", "penawaran kerja sama", "pertanyaan hukum");
    private static final List<String> ESCALATION_REASONS =
            List.of("diminta pelanggan", "jawaban tidak ditemukan", "keluhan", "perlu persetujuan", "pembayaran gagal");

    private final Dice dice;

    ConversationTelemetry(Dice dice) {
        this.dice = dice;
    }

    /** The columns of the room's log, in the order of {@link #COLUMNS}; empty if it has none. */
    Optional<Object[]> of(DemoRoom room) {
        if (!room.handling().involvesAi() || !dice.chance(REPORTED)) {
            return Optional.empty();
        }
        boolean alone = room.handling() == Handling.AI_ALONE;
        int turns = (int) Math.max(1, Math.round(dice.skewed(alone ? 4 : 6, 0.5)));
        Instant startedAt = room.createdAt().plusMillis(dice.between(200, 2_000));
        double sentiment = clamp(dice.normal(-0.1, 0.35), -1, 1);
        String scope = scope(room.topic(), alone);
        int attempted = dice.chance(0.4) ? dice.between(1, 3) : 0;
        boolean attemptsKnown = dice.chance(0.85);
        boolean reviewed = dice.chance(REVIEWED);
        return Optional.of(new Object[] {
            room.id(),
            room.organizationId(),
            room.aiAgentId(),
            startedAt,
            endedAt(room, startedAt, turns),
            mostly(0.97, turns),
            mostly(0.95, (int) Math.round(dice.skewed(1_800, 0.5))),
            mostly(0.9, decimal(sentiment)),
            mostly(0.9, decimal(clamp(sentiment + dice.normal(alone ? 0.3 : -0.05, 0.25), -1, 1))),
            mostly(0.95, room.topic().label()),
            mostly(0.96, scope),
            scope.equals("out_of_scope") ? mostly(0.9, dice.pick(OUT_OF_SCOPE_REASONS)) : null,
            room.handling() == Handling.AI_THEN_HUMAN ? mostly(0.92, dice.pick(ESCALATION_REASONS)) : null,
            mostly(0.85, decimal(clamp(dice.normal(alone ? 0.82 : 0.61, 0.1), 0, 1))),
            mostly(0.12, satisfaction(alone)),
            reviewed ? dice.chance(0.96) : null,
            reviewed ? dice.chance(alone ? 0.93 : 0.84) : null,
            reviewed ? dice.chance(0.99) : null,
            attemptsKnown ? attempted : null,
            attemptsKnown ? attempted - (attempted > 0 && dice.chance(0.15) ? 1 : 0) : null,
            mostly(0.95, decimal(turns * dice.skewed(RUPIAH_PER_TURN, 0.2)))
        });
    }

    private String scope(Topic topic, boolean alone) {
        if (dice.chance(alone ? 0.015 : 0.06)) {
            return "out_of_scope";
        }
        return dice.chance(alone ? 0.02 : topic.unanswered()) ? "in_scope_unanswered" : "answered";
    }

    private @Nullable Instant endedAt(DemoRoom room, Instant startedAt, int turns) {
        Duration talk = dice.minutes(0.8 * turns, 0.3);
        if (room.closedAt() == null || room.handling() == Handling.AI_ALONE) {
            return room.closedAt();
        }
        Instant end = startedAt.plus(talk);
        return end.isBefore(room.closedAt()) ? end : room.closedAt();
    }

    private int satisfaction(boolean alone) {
        return (int) clamp(Math.round(dice.normal(alone ? 4.3 : 3.5, 0.9)), 1, 5);
    }

    private <T> @Nullable T mostly(double share, T value) {
        return dice.chance(share) ? value : null;
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
