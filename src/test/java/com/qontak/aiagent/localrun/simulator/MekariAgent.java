package com.qontak.aiagent.localrun.simulator;

import static io.netty.handler.codec.http.HttpMethod.DELETE;
import static io.netty.handler.codec.http.HttpMethod.GET;
import static io.netty.handler.codec.http.HttpMethod.POST;
import static io.netty.handler.codec.http.HttpMethod.PUT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The calls of mekari-agent on agents, their versions and the actions. */
final class MekariAgent {

    private static final String ETAG = "ETag";

    private final AgentStore agents;
    private final ActionCatalogue actions;
    private final Clock clock;

    MekariAgent(AgentStore agents, ActionCatalogue actions, Clock clock) {
        this.agents = agents;
        this.actions = actions;
        this.clock = clock;
    }

    Routes addTo(Routes routes) {
        return routes.on(GET, "/v1/agents", this::list)
                .on(POST, "/v1/agents", this::create)
                .on(GET, "/v1/agents/{agent_id}", this::get)
                .on(PUT, "/v1/agents/{agent_id}", this::replace)
                .on(DELETE, "/v1/agents/{agent_id}", this::delete)
                .on(POST, "/v1/agents/{agent_id}/publish", this::publish)
                .on(POST, "/v1/agents/{agent_id}/pause", this::pause)
                .on(GET, "/v1/agents/{agent_id}/versions", this::versions)
                .on(GET, "/v1/agents/{agent_id}/versions/{version}", this::version)
                .on(GET, "/v1/actions", this::actions);
    }

    private Mono<Answer> list(Call call) {
        call.query("organization_id").ifPresent(id -> requireOwn(call, id, "organization_id"));
        String query = call.query("query").orElse("").toLowerCase(Locale.ROOT);
        Optional<String> status = call.query("status");
        List<ObjectNode> found = agents.all(call.organizationId()).stream()
                .filter(agent -> agent.name().toLowerCase(Locale.ROOT).contains(query))
                .filter(agent -> status.isEmpty() || agent.status().equals(status.get()))
                .map(Agent::summary)
                .toList();
        return Mono.just(Answer.ok(call.page("agents", found)));
    }

    private Mono<Answer> create(Call call) {
        return call.json().map(body -> {
            Agent.Content content = content(call, body);
            Agent agent = agents.create(
                    call.organizationId(),
                    call.idempotencyKey(),
                    () -> Agent.first(
                            UUID.randomUUID().toString(), call.organizationId(), content, now(), call.actorId()));
            return Answer.created(agent.json())
                    .with("Location", "/v1/agents/" + agent.agentId())
                    .with(ETAG, Agent.etag(agent.version()));
        });
    }

    private Mono<Answer> get(Call call) {
        Agent agent = agents.current(call.organizationId(), call.variable("agent_id"));
        String etag = Agent.etag(agent.version());
        boolean known = call.header("If-None-Match").filter(etag::equals).isPresent();
        return Mono.just(known ? Answer.empty(304).with(ETAG, etag) : answer(agent));
    }

    private Mono<Answer> replace(Call call) {
        return call.json().map(body -> {
            Agent.Content content = content(call, body);
            return answer(agents.change(
                    call.organizationId(),
                    call.variable("agent_id"),
                    call.header("If-Match"),
                    agent -> agent.saved(content, now(), call.actorId())));
        });
    }

    private Mono<Answer> delete(Call call) {
        agents.delete(call.organizationId(), call.variable("agent_id"), call.header("If-Match"));
        return Mono.just(Answer.empty(204));
    }

    private Mono<Answer> publish(Call call) {
        return Mono.just(answer(agents.change(
                call.organizationId(),
                call.variable("agent_id"),
                call.header("If-Match"),
                agent -> agent.published(now(), call.actorId()))));
    }

    private Mono<Answer> pause(Call call) {
        return Mono.just(answer(agents.change(
                call.organizationId(),
                call.variable("agent_id"),
                call.header("If-Match"),
                agent -> agent.paused(now(), call.actorId()))));
    }

    private Mono<Answer> versions(Call call) {
        List<ObjectNode> versions = agents.versions(call.organizationId(), call.variable("agent_id")).stream()
                .map(Agent::summary)
                .toList();
        return Mono.just(Answer.ok(call.page("versions", versions)));
    }

    private Mono<Answer> version(Call call) {
        return agents.versions(call.organizationId(), call.variable("agent_id")).stream()
                .filter(agent -> call.variable("version").equals(Integer.toString(agent.version())))
                .findFirst()
                .map(agent -> Mono.just(answer(agent)))
                .orElseThrow(() -> Refusal.notFound("version"));
    }

    private Mono<Answer> actions(Call call) {
        return Mono.just(Answer.ok(call.page("actions", actions.all())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Agent.Content content(Call call, ObjectNode body) {
        if (body.hasNonNull("organization_id")) {
            requireOwn(call, body.get("organization_id").asText(), "/organization_id");
        }
        JsonNode name = body.path("name");
        if (!name.isTextual() || name.asText().isBlank()) {
            throw Refusal.invalid("required", "name must be a text", "/name");
        }
        if (body.path("skill_pack") instanceof ObjectNode skillPack) {
            return new Agent.Content(name.asText(), skillPack);
        }
        throw Refusal.invalid("required", "skill_pack must be an object", "/skill_pack");
    }

    private static void requireOwn(Call call, String organizationId, String path) {
        if (!organizationId.equals(Long.toString(call.organizationId()))) {
            throw Refusal.invalid("wrong_organization", "organization_id is not that of the call", path);
        }
    }

    private static Answer answer(Agent agent) {
        return Answer.ok(agent.json()).with(ETAG, Agent.etag(agent.version()));
    }
}
