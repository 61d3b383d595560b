package com.qontak.aiagent.agents.logicmap;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.AgentChecks;
import com.qontak.aiagent.agents.AgentUuid;
import com.qontak.aiagent.agents.OwnAgents;
import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.Messages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows an agent as a map. */
@RestController
@RequestMapping("/v2/ai_agents/{ai_agent_uuid}/logic_map")
@Tag(name = "Agents")
class LogicMapController {

    private static final String MERMAID = "text/vnd.mermaid";
    private static final MediaType MERMAID_IN_UTF_8 = new MediaType("text", "vnd.mermaid", StandardCharsets.UTF_8);
    private static final String SUMMARY = "See an agent as a map";
    private static final String DESCRIPTION =
            "The newest version as a graph: where a conversation starts, what it can come to, and on which condition."
                    + " With `Accept: text/vnd.mermaid` the same as a Mermaid flowchart. With `If-None-Match`, 304 while"
                    + " the version is the same.";
    private static final String EXAMPLE =
            """
            flowchart TD
                entry(["Start"])
                capability-order_status[["Check an order"]]
                entry ==> capability-order_status
            """;

    private final OwnAgents agents;
    private final AgentChecks checks;
    private final Messages messages;

    LogicMapController(OwnAgents agents, AgentChecks checks, Messages messages) {
        this.agents = agents;
        this.checks = checks;
        this.messages = messages;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    Mono<ResponseEntity<LogicMapResponse>> json(
            Caller caller, @PathVariable("ai_agent_uuid") String aiAgentUuid, Locale locale) {
        return agents.get(caller, AgentUuid.parse(aiAgentUuid))
                .flatMap(agent -> checks.look(caller, agent))
                .map(validated -> {
                    LogicMap map = map(validated.agent(), locale);
                    return answer(validated.agent())
                            .body(new LogicMapResponse(
                                    map.nodes(), map.edges(), messages.findings(validated.findings(), locale)));
                });
    }

    @GetMapping(produces = MERMAID)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MERMAID,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(EXAMPLE)))
    Mono<ResponseEntity<String>> mermaid(
            Caller caller, @PathVariable("ai_agent_uuid") String aiAgentUuid, Locale locale) {
        return agents.get(caller, AgentUuid.parse(aiAgentUuid))
                .map(agent -> answer(agent).contentType(MERMAID_IN_UTF_8).body(MermaidText.of(map(agent, locale))));
    }

    private LogicMap map(Agent agent, Locale locale) {
        return LogicMapDrawing.of(agent.pack().tree(), word -> messages.text("map." + word, locale));
    }

    private static ResponseEntity.BodyBuilder answer(Agent agent) {
        return ResponseEntity.ok().eTag(IfMatch.entityTag(agent.version())).varyBy(HttpHeaders.ACCEPT);
    }
}
