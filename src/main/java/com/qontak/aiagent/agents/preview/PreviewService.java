package com.qontak.aiagent.agents.preview;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.audit.AuditTrail;
import com.qontak.aiagent.access.audit.AuditedEvent;
import com.qontak.aiagent.agents.AgentAction;
import com.qontak.aiagent.agents.OwnAgents;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.RequestIds;
import com.qontak.aiagent.web.RequestValidator;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of trying an agent out: one of the caller's own, with its newest version or a valid pack not yet saved. */
@Service
class PreviewService {

    private static final Logger log = LoggerFactory.getLogger(PreviewService.class);

    private final OwnAgents agents;
    private final PackChecks checks;
    private final PreviewRuntime runtime;
    private final RequestValidator requests;
    private final AuditTrail audit;
    private final Duration timeLimit;

    PreviewService(
            OwnAgents agents,
            PackChecks checks,
            PreviewRuntime runtime,
            RequestValidator requests,
            AuditTrail audit,
            PreviewProperties properties) {
        this.agents = agents;
        this.checks = checks;
        this.runtime = runtime;
        this.requests = requests;
        this.audit = audit;
        this.timeLimit = properties.timeLimit();
    }

    Mono<PreviewReply> reply(Caller caller, UUID aiAgentUuid, PreviewRequest request) {
        requests.check(request);
        return audit.recorded(caller, AgentAction.PREVIEW, aiAgentUuid, event -> turn(caller, aiAgentUuid, request)
                .flatMap(turn -> runtime.reply(caller, aiAgentUuid, turn)));
    }

    /** What fails before the first event fails the stream; what fails later is told as its last event. */
    Flux<PreviewEvent> stream(Caller caller, UUID aiAgentUuid, PreviewRequest request) {
        requests.check(request);
        return audit.recordedStream(
                caller, AgentAction.PREVIEW, aiAgentUuid, event -> turn(caller, aiAgentUuid, request)
                        .flatMapMany(turn -> runtime.stream(caller, aiAgentUuid, turn))
                        .transform(this::withinTheTimeLimit)
                        .doOnNext(told -> {
                            if (told instanceof PreviewEvent.Failure) {
                                event.failed(ProblemType.UPSTREAM_FAILED);
                            }
                        })
                        .switchOnFirst((first, all) -> first.hasValue()
                                ? all.onErrorResume(failure -> Mono.just(told(caller, event, failure)))
                                : all));
    }

    private Mono<PreviewTurn> turn(Caller caller, UUID aiAgentUuid, PreviewRequest request) {
        PreviewTurn saved = new PreviewTurn(request.message(), request.sessionId(), Optional.empty());
        return agents.get(caller, aiAgentUuid).flatMap(own -> request.unsavedPack()
                .map(pack -> checks.check(caller, pack, PackContext.at("/capability_pack"))
                        .map(PackReport::validPack)
                        .map(valid -> new PreviewTurn(request.message(), request.sessionId(), Optional.of(valid))))
                .orElseGet(() -> Mono.just(saved)));
    }

    // What is cut off has had no last event. An error in place of the cut would not cancel the upstream call.
    private Flux<PreviewEvent> withinTheTimeLimit(Flux<PreviewEvent> events) {
        return events.takeUntilOther(Mono.delay(timeLimit))
                .concatWith(Mono.error(() -> new ProblemException(ProblemType.UPSTREAM_TIMEOUT)))
                .takeUntil(PreviewEvent::ends);
    }

    private static PreviewEvent told(Caller caller, AuditedEvent event, Throwable failure) {
        ProblemType problem = failure instanceof ProblemException known ? known.type() : ProblemType.INTERNAL_ERROR;
        if (problem == ProblemType.INTERNAL_ERROR) {
            line(log.atError(), caller).setCause(failure).log("Unexpected failure in the middle of a preview");
        } else {
            line(log.atWarn(), caller).log("A preview broke off: {}", failure.toString());
        }
        event.failed(problem);
        return PreviewEvent.Failure.of(problem);
    }

    private static LoggingEventBuilder line(LoggingEventBuilder line, Caller caller) {
        return line.addKeyValue(RequestIds.LOG_FIELD, caller.requestId());
    }
}
