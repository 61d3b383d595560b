package com.qontak.aiagent.impact.adoption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qontak.aiagent.database.DatabaseCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps in which months an organization's admin looked: one row each, however often, and nobody's name. */
@Component
class ReportLooks {

    private static final Logger log = LoggerFactory.getLogger(ReportLooks.class);
    private static final int REMEMBERED = 100_000;

    private static final String INSERT =
            """
            INSERT INTO ai_agent_bff.report_look (organization_id, month, first_at)
            VALUES (:organization_id, :month, :first_at)
            ON CONFLICT (organization_id, month) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final DatabaseCalls database;
    private final Cache<Look, Boolean> noted =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ReportLooks(JdbcClient jdbc, DatabaseCalls database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * @param organizationId the organization whose admin looked
     * @param month the month it was there
     * @param at when it was
     * @return when it is noted; never fails: what cannot be noted now is noted at the next look
     */
    Mono<Void> noted(long organizationId, YearMonth month, Instant at) {
        Look look = new Look(organizationId, month.atDay(1));
        if (noted.getIfPresent(look) != null) {
            return Mono.empty();
        }
        return database.run(() -> {
                    insert(look, at);
                    noted.put(look, true);
                })
                .onErrorResume(failure -> {
                    log.warn("A look of organization {} at its report is not noted yet", organizationId);
                    return Mono.empty();
                });
    }

    private void insert(Look look, Instant at) {
        jdbc.sql(INSERT)
                .param("organization_id", look.organizationId())
                .param("month", look.month())
                .param("first_at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Look(long organizationId, LocalDate month) {}
}
