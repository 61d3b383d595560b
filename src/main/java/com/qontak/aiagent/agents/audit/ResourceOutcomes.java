package com.qontak.aiagent.agents.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.database.DatabaseCalls;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Notes how resources come out. They finish at their own time, and nobody tells this service: a resource counts once
 * somebody reads it and finds it ready or failed, with the first such status for good. One that nobody looks at
 * again counts neither as ready nor as finished.
 */
@Component
public final class ResourceOutcomes {

    private static final Logger log = LoggerFactory.getLogger(ResourceOutcomes.class);
    private static final int REMEMBERED = 100_000;

    private static final String INSERT =
            """
            INSERT INTO ai_agent_bff.resource_outcome (organization_id, resource_id, ai_agent_uuid, outcome, observed_at)
            VALUES (:organization_id, :resource_id, :ai_agent_uuid, :outcome, :observed_at)
            ON CONFLICT (organization_id, resource_id) DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final DatabaseCalls database;
    private final Clock clock;
    private final Cache<Key, Boolean> noted =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ResourceOutcomes(JdbcClient jdbc, DatabaseCalls database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes a status that is final.
     *
     * @param caller who has read it; the resource is the tenant's own
     * @param aiAgentUuid the agent it belongs to
     * @param resourceId the resource
     * @param ready whether it is ready; else it has failed
     * @return when it is noted; never fails: what cannot be noted now is noted at the next read
     */
    public Mono<Void> observed(Caller caller, UUID aiAgentUuid, String resourceId, boolean ready) {
        Key key = new Key(caller.organizationId(), resourceId);
        if (noted.getIfPresent(key) != null) {
            return Mono.empty();
        }
        return database.run(() -> {
                    insert(key, aiAgentUuid, ready);
                    noted.put(key, ready);
                })
                .onErrorResume(failure -> {
                    log.warn("The outcome of a resource of organization {} is not noted yet", key.organizationId());
                    return Mono.empty();
                });
    }

    private void insert(Key key, UUID aiAgentUuid, boolean ready) {
        jdbc.sql(INSERT)
                .param("organization_id", key.organizationId())
                .param("resource_id", key.resourceId())
                .param("ai_agent_uuid", aiAgentUuid)
                .param("outcome", ready ? "ready" : "failed")
                .param("observed_at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Key(long organizationId, String resourceId) {}
}
