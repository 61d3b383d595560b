package com.qontak.aiagent.localrun.simulator;

import static io.netty.handler.codec.http.HttpMethod.POST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The call of mekari-agent that tries an agent out: one turn, whole as JSON or piece by piece as events. */
final class Preview {

    private static final String FAILING = "[error]";
    private static final String FAILURE_CODE = "preview_failed";
    private static final String FAILURE = "The runtime failed on this message";

    private final AgentStore agents;
    private final Duration interval;
    private final Scheduler scheduler;

    /** @param interval the time between two events */
    Preview(AgentStore agents, Duration interval, Scheduler scheduler) {
        this.agents = agents;
        this.interval = interval;
        this.scheduler = scheduler;
    }

    Routes addTo(Routes routes) {
        return routes.on(POST, "/v1/agents/{agent_id}/preview", this::preview);
    }

    private Mono<Answer> preview(Call call) {
        Agent agent = agents.current(call.organizationId(), call.variable("agent_id"));
        return call.json().map(body -> {
            JsonNode message = body.path("message");
            if (!message.isTextual() || message.asText().isBlank()) {
                throw Refusal.invalid("required", "message must be a text", "/message");
            }
            boolean opening = !body.hasNonNull("session_id");
            String sessionId = opening
                    ? "ses_" + UUID.randomUUID()
                    : body.get("session_id").asText();
            Conversation.Turn turn = Conversation.turn(pack(body, agent), message.asText(), opening);
            boolean failing = message.asText().contains(FAILING);
            return call.acceptsEvents() ? events(sessionId, turn, failing) : whole(sessionId, turn, failing);
        });
    }

    private static SkillPack pack(ObjectNode body, Agent agent) {
        if (!body.hasNonNull("skill_pack")) {
            return new SkillPack(agent.skillPack());
        }
        if (body.get("skill_pack") instanceof ObjectNode unsaved) {
            return new SkillPack(unsaved);
        }
        throw Refusal.invalid("invalid_format", "skill_pack must be an object", "/skill_pack");
    }

    private static Answer whole(String sessionId, Conversation.Turn turn, boolean failing) {
        if (failing) {
            throw new Refusal(500, FAILURE_CODE, FAILURE);
        }
        ArrayNode trace = Json.array().addAll(turn.trace());
        ObjectNode answer = Json.object().put("session_id", sessionId).put("reply", turn.reply());
        return Answer.ok(answer.set("trace", trace));
    }

    private Answer events(String sessionId, Conversation.Turn turn, boolean failing) {
        Stream<Answer.Event> trace = turn.trace().stream().map(step -> new Answer.Event("trace", step));
        Stream<Answer.Event> tokens = Stream.of(turn.reply().split("(?<=\\s)"))
                .map(piece -> new Answer.Event("token", Json.object().put("text", piece)));
        Answer.Event end = failing
                ? new Answer.Event(
                        "error", Json.object().put("code", FAILURE_CODE).put("message", FAILURE))
                : new Answer.Event(
                        "done", Json.object().put("session_id", sessionId).put("reply", turn.reply()));
        Flux<Answer.Event> all = Flux.fromStream(
                Stream.concat(Stream.concat(trace, failing ? tokens.limit(1) : tokens), Stream.of(end)));
        return Answer.events(all.index()
                .concatMap(event -> event.getT1() == 0
                        ? Mono.just(event.getT2())
                        : Mono.just(event.getT2()).delayElement(interval, scheduler)));
    }
}
