package com.qontak.aiagent.access.audit;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.database.DatabaseCalls;
import com.qontak.aiagent.web.HandedOver;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Records who did what, so that no change is ever unrecorded: the intent is written before the work begins, the
 * outcome before its result is passed on.
 * <p>Errors: work whose intent cannot be written is not begun, and fails with {@code database-unavailable} (503,
 * transient). Work whose outcome cannot be written is answered as it ended; the outcome is tried again for about a
 * minute, and the event is {@link AuditOutcome#UNKNOWN} until, and unless, that succeeds.
 * <p>No thread waits while the work is under way, and no event loop waits for the database.
 */
@Component
public final class AuditTrail {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final Retry LATER = Retry.backoff(6, Duration.ofSeconds(1));

    private final AuditRows rows;
    private final DatabaseCalls database;

    AuditTrail(AuditRows rows, DatabaseCalls database) {
        this.rows = rows;
        this.database = database;
    }

    /**
     * Records work that is not about an agent, or makes one.
     *
     * @param caller who does it
     * @param action what is done
     * @param work begins once the intent is written, at each subscription anew; tells the event what becomes known
     * @param <T> what it results in
     * @return the work's own result or failure
     */
    public <T> Mono<T> recorded(Caller caller, AuditedAction action, Function<AuditedEvent, Mono<T>> work) {
        return record(caller, action, null, work);
    }

    /**
     * Records work on an agent.
     *
     * @param caller who does it
     * @param action what is done
     * @param aiAgentUuid the agent, as the caller names it; not necessarily the caller's own, nor there at all
     * @param work begins once the intent is written, at each subscription anew; tells the event what becomes known
     * @param <T> what it results in
     * @return the work's own result or failure
     */
    public <T> Mono<T> recorded(
            Caller caller, AuditedAction action, UUID aiAgentUuid, Function<AuditedEvent, Mono<T>> work) {
        return record(caller, action, aiAgentUuid, work);
    }

    /**
     * Records work on an agent that results in a stream. A failure that is told inside the stream must be told to the
     * event too, by {@link AuditedEvent#failed}.
     *
     * @param caller who does it
     * @param action what is done
     * @param aiAgentUuid the agent, as the caller names it
     * @param work begins once the intent is written; tells the event what becomes known
     * @param <T> what the stream consists of
     * @return the work's own stream, which ends when the outcome is written
     */
    public <T> Flux<T> recordedStream(
            Caller caller, AuditedAction action, UUID aiAgentUuid, Function<AuditedEvent, Flux<T>> work) {
        return Flux.usingWhen(
                begun(caller, action, aiAgentUuid),
                work,
                this::completed,
                this::broken,
                event -> ended(event, AuditOutcome.CANCELLED, null));
    }

    /**
     * Records a change that is made in the database itself, in the transaction of the calling thread: both stand, or
     * neither.
     *
     * @param caller who made it
     * @param action what was done, such as {@code impact.settings.set}
     * @param versionBefore the version that stood; 0 for none
     * @param versionAfter the version that stands now
     * @param changed RFC 6901 pointers to what differs
     * @throws DataAccessException if the database cannot answer
     */
    public void changed(Caller caller, String action, long versionBefore, long versionAfter, List<String> changed) {
        AuditedEvent event = new AuditedEvent(UUID.randomUUID(), caller.organizationId(), null)
                .versionBefore(versionBefore)
                .versionAfter(versionAfter)
                .changed(changed);
        rows.intend(event, caller, action);
        rows.decide(event, AuditOutcome.SUCCEEDED, null);
    }

    private <T> Mono<T> record(
            Caller caller, AuditedAction action, @Nullable UUID aiAgentUuid, Function<AuditedEvent, Mono<T>> work) {
        return HandedOver.by(taken -> Mono.usingWhen(
                begun(caller, action, aiAgentUuid),
                event -> taken.apply(work.apply(event)),
                this::completed,
                this::broken,
                event -> ended(event, AuditOutcome.CANCELLED, null)));
    }

    private Mono<AuditedEvent> begun(Caller caller, AuditedAction action, @Nullable UUID aiAgentUuid) {
        return database.call(() -> {
                    AuditedEvent event = new AuditedEvent(UUID.randomUUID(), caller.organizationId(), aiAgentUuid);
                    rows.intend(event, caller, action.word());
                    return event;
                })
                .onErrorMap(
                        DataAccessException.class,
                        failure -> new ProblemException(
                                ProblemType.DATABASE_UNAVAILABLE,
                                List.of(),
                                List.of(),
                                Map.of(HttpHeaders.RETRY_AFTER, "5"),
                                failure));
    }

    private Mono<Void> completed(AuditedEvent event) {
        ProblemType told = event.problem();
        return told == null ? ended(event, AuditOutcome.SUCCEEDED, null) : ended(event, told);
    }

    private Mono<Void> broken(AuditedEvent event, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return ended(event, problem.type());
        }
        return ended(
                event,
                failure instanceof DataAccessException ? ProblemType.DATABASE_UNAVAILABLE : ProblemType.INTERNAL_ERROR);
    }

    private Mono<Void> ended(AuditedEvent event, ProblemType problem) {
        boolean refused = problem.status().is4xxClientError();
        return ended(event, refused ? AuditOutcome.REFUSED : AuditOutcome.FAILED, problem);
    }

    private Mono<Void> ended(AuditedEvent event, AuditOutcome outcome, @Nullable ProblemType problem) {
        Mono<Void> write = database.run(() -> rows.decide(event, outcome, problem));
        return write.onErrorResume(failure -> {
            log.error("The outcome of event {} is not written yet: {}", event.eventId(), outcome, failure);
            write.retryWhen(LATER)
                    .subscribe(
                            done -> {},
                            lost -> log.error("The outcome of event {} stays unwritten: {}", event.eventId(), outcome));
            return Mono.empty();
        });
    }
}
