package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Ships agents to customers, and withdraws them. */
@RestController
@RequestMapping(path = "/v2/ai_agents/{ai_agent_uuid}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Publishing")
class ShippingController {

    private final Shipping shipping;
    private final AgentAnswers answers;

    ShippingController(Shipping shipping, AgentAnswers answers) {
        this.shipping = shipping;
        this.answers = answers;
    }

    @PostMapping("/publish")
    @Operation(
            summary = "Ship an agent",
            description = "Makes the newest version the one customers meet. `If-Match` names the version you mean; one"
                    + " with an error is refused with all findings.")
    Mono<ResponseEntity<AgentResponse>> publish(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return shipping.publish(caller, AgentUuid.parse(aiAgentUuid), IfMatch.required(ifMatch))
                .map(shipped -> answers.ok(shipped, locale));
    }

    @PostMapping("/pause")
    @Operation(
            summary = "Withdraw an agent",
            description = "Customers no longer meet it: it has no live version until it is shipped again. `If-Match`"
                    + " names the version you have seen.")
    Mono<ResponseEntity<AgentResponse>> pause(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return shipping.pause(caller, AgentUuid.parse(aiAgentUuid), IfMatch.required(ifMatch))
                .map(paused -> answers.ok(paused, locale));
    }
}
