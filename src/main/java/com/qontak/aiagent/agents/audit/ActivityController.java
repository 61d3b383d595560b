package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AgentUuid;
import com.qontak.aiagent.agents.OwnAgents;
import com.qontak.aiagent.database.DatabaseCalls;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells who did what with an agent. */
@RestController
@RequestMapping(path = "/v2/ai_agents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Versions")
class ActivityController {

    private final OwnAgents agents;
    private final SelectActivity select;
    private final DatabaseCalls database;

    ActivityController(OwnAgents agents, SelectActivity select, DatabaseCalls database) {
        this.agents = agents;
        this.select = select;
        this.database = database;
    }

    @GetMapping("/{ai_agent_uuid}/activity")
    @Operation(
            summary = "Read an agent's activity",
            description = "Who did what with the agent, newest first: saves, previews, knowledge, publishing, and what"
                    + " was refused. It outlives the agent.")
    Mono<PageResponse<ActivityResponse>> activity(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(name = "per_page", required = false) @Nullable Integer perPage) {
        PageRequest asked = PageRequest.of(page, perPage);
        UUID uuid = AgentUuid.parse(aiAgentUuid);
        return isOrWasOwn(caller, uuid)
                .then(database.call(() -> select.page(caller.organizationId(), uuid, asked)))
                .map(listed -> PageResponse.of(
                        asked, listed.items().stream().map(ActivityResponse::of).toList(), listed.total()));
    }

    private Mono<Void> isOrWasOwn(Caller caller, UUID uuid) {
        return agents.get(caller, uuid)
                .then()
                .onErrorResume(
                        ProblemException.class,
                        problem -> problem.type() == ProblemType.NOT_FOUND
                                ? database.call(() -> select.wasDeleted(caller.organizationId(), uuid))
                                        .flatMap(deleted -> deleted ? Mono.empty() : Mono.error(problem))
                                : Mono.error(problem));
    }
}
