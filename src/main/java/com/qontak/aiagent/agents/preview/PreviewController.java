package com.qontak.aiagent.agents.preview;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AgentUuid;
import com.qontak.aiagent.web.Messages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries one turn of a customer, whole or as it happens. */
@RestController
@RequestMapping("/v2/ai_agents/{ai_agent_uuid}/preview")
@Tag(name = "Preview")
class PreviewController {

    // Each event is sent at once, so there is never more than one to gather.
    private static final int EVENT_BYTES = 1024;

    private static final String SUMMARY = "Try an agent";
    private static final String DESCRIPTION =
            "Answers one turn of a customer, with the saved configuration or one that is not saved. With `Accept:"
                    + " text/event-stream` it is told as it happens: `token` and `trace` events, then one `done` or"
                    + " `error`. Nothing is changed, and no customer sees it.";

    private final PreviewService previews;
    private final PreviewProperties properties;
    private final Messages messages;

    PreviewController(PreviewService previews, PreviewProperties properties, Messages messages) {
        this.previews = previews;
        this.properties = properties;
        this.messages = messages;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    Mono<PreviewReply> reply(
            Caller caller, @PathVariable("ai_agent_uuid") String aiAgentUuid, @RequestBody PreviewRequest request) {
        return previews.reply(caller, AgentUuid.parse(aiAgentUuid), request);
    }

    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            oneOf = {
                                                PreviewEvent.Token.class,
                                                TraceStep.class,
                                                PreviewEvent.Done.class,
                                                PreviewEvent.Failure.class
                                            })))
    ResponseEntity<Flux<ServerSentEvent<PreviewEvent>>> stream(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestBody PreviewRequest request,
            Locale locale,
            HttpServletResponse response) {
        response.setBufferSize(EVENT_BYTES);
        Flux<ServerSentEvent<PreviewEvent>> events = previews.stream(caller, AgentUuid.parse(aiAgentUuid), request)
                .map(event -> ServerSentEvent.builder(worded(event, locale))
                        .event(event.name())
                        .build());
        ServerSentEvent<PreviewEvent> beat =
                ServerSentEvent.<PreviewEvent>builder().comment("heartbeat").build();
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no")
                .body(Heartbeats.among(events, properties.heartbeat(), beat, PreviewController::isLast));
    }

    private static boolean isLast(ServerSentEvent<PreviewEvent> event) {
        return event.data() instanceof PreviewEvent.Done || event.data() instanceof PreviewEvent.Failure;
    }

    private PreviewEvent worded(PreviewEvent event, Locale locale) {
        return event instanceof PreviewEvent.Failure failure
                        && failure.message().isEmpty()
                ? new PreviewEvent.Failure(
                        failure.code(), messages.text("problem." + failure.code() + ".detail", locale))
                : event;
    }
}
