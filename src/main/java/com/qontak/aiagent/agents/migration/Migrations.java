package com.qontak.aiagent.agents.migration;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.AgentAction;
import com.qontak.aiagent.agents.AgentChecks;
import com.qontak.aiagent.agents.AgentStore;
import com.qontak.aiagent.agents.OwnAgents;
import com.qontak.aiagent.agents.SaveAgentRequest;
import com.qontak.aiagent.agents.ValidatedAgent;
import com.qontak.aiagent.database.DatabaseCalls;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes one agent of each tree diagram and organization, however often and wherever it is asked for.
 * <p>Whoever makes it claims it first; others wait until it is there. A run that fails gives its claim back, and one
 * that dies loses it after {@link Origins#LOCKED}; whether it made the agent need not be known, since the next one sends
 * the same idempotency key. An agent that was deleted is made anew, with another key.
 */
@Service
class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AgentStore store;
    private final OwnAgents agents;
    private final AgentChecks checks;
    private final AuditTrail audit;
    private final Origins origins;
    private final DatabaseCalls database;
    private final MigrationProperties properties;

    Migrations(
            AgentStore store,
            OwnAgents agents,
            AgentChecks checks,
            AuditTrail audit,
            Origins origins,
            DatabaseCalls database,
            MigrationProperties properties) {
        this.store = store;
        this.agents = agents;
        this.checks = checks;
        this.audit = audit;
        this.origins = origins;
        this.database = database;
        this.properties = properties;
    }

    /** @param made whether this run made it; false when it was there */
    record Migrated(ValidatedAgent agent, boolean made) {}

    /**
     * @param caller on whose behalf
     * @param mapped what the agent is to be made of
     * @param name its name
     * @return the agent of that tree diagram; fails with {@code request-in-progress} when another run is still making
     *     it, and as a creation does
     */
    Mono<Migrated> migrate(Caller caller, Mapped mapped, String name) {
        long rounds = Math.max(1, properties.patience().dividedBy(PAUSE));
        return Mono.defer(() -> attempt(caller, mapped, name))
                .retryWhen(Retry.fixedDelay(rounds, PAUSE)
                        .filter(StillBeingMade.class::isInstance)
                        .onRetryExhaustedThrow((waited, last) -> last.failure()));
    }

    private Mono<Migrated> attempt(Caller caller, Mapped mapped, String name) {
        String pathId = mapped.tree().pathId();
        return database.call(() -> origins.find(caller.organizationId(), pathId))
                .flatMap(known ->
                        known.map(uuid -> existing(caller, pathId, uuid)).orElseGet(Mono::empty))
                .switchIfEmpty(Mono.defer(() -> make(caller, mapped, name)));
    }

    // Empty when it is no longer there. One that is answered as another tenant's is there all the same, so it is looked
    // at after that: nobody finds it, and no second one is made.
    private Mono<Migrated> existing(Caller caller, String pathId, UUID aiAgentUuid) {
        return store.get(caller, aiAgentUuid)
                .onErrorResume(Migrations::isNotFound, gone -> database.run(
                                () -> origins.forget(caller.organizationId(), pathId, aiAgentUuid))
                        .then(Mono.empty()))
                .map(agent -> agents.own(caller, agent))
                .flatMap(agent -> checks.look(caller, agent))
                .map(agent -> new Migrated(agent, false));
    }

    private Mono<Migrated> make(Caller caller, Mapped mapped, String name) {
        return Mono.usingWhen(
                claim(caller, mapped.tree().pathId()),
                claim -> create(caller, claim, mapped, name),
                claim -> Mono.empty(),
                (claim, failure) -> release(claim),
                this::release);
    }

    private Mono<Claim> claim(Caller caller, String pathId) {
        return database.call(() -> origins.claim(caller.organizationId(), pathId))
                .map(claim -> claim.orElseThrow(StillBeingMade::new));
    }

    private Mono<Migrated> create(Caller caller, Claim claim, Mapped mapped, String name) {
        SaveAgentRequest request = new SaveAgentRequest(name, mapped.pack().tree());
        return audit.recorded(caller, AgentAction.MIGRATE, event -> checks.ofNew(caller, request)
                .flatMap(report -> store.create(caller, name, report.validPack(), claim.idempotencyKey())
                        .map(agent -> agents.own(caller, agent))
                        .doOnNext(agent -> event.agent(agent.summary().aiAgentUuid())
                                .versionBefore(0)
                                .versionAfter(agent.version()))
                        .flatMap(agent -> remember(caller, claim, agent))
                        .map(agent -> new Migrated(new ValidatedAgent(agent, report.findings()), true))));
    }

    private Mono<Agent> remember(Caller caller, Claim claim, Agent agent) {
        return database.run(() -> origins.remember(claim, agent.summary().aiAgentUuid(), agent.version(), caller))
                .thenReturn(agent);
    }

    private Mono<Void> release(Claim claim) {
        return database.run(() -> origins.release(claim)).onErrorResume(failure -> {
            log.warn("A migration of organization {} stays locked for now", claim.organizationId(), failure);
            return Mono.empty();
        });
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.NOT_FOUND;
    }

    /** Another run has claimed the agent. */
    private static final class StillBeingMade extends ProblemException {

        private static final long serialVersionUID = 1L;

        private StillBeingMade() {
            super(ProblemType.REQUEST_IN_PROGRESS, List.of(), List.of(), Map.of(HttpHeaders.RETRY_AFTER, "2"), null);
        }
    }
}
