package com.qontak.aiagent.agents;

import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.Messages;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers an agent, the same whichever call it answers: in the caller's language, its version as entity tag. */
@Component
public class AgentAnswers {

    private final Messages messages;

    AgentAnswers(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param agent what to answer
     * @param locale the caller's language
     * @return 200 with the agent
     */
    public ResponseEntity<AgentResponse> ok(ValidatedAgent agent, Locale locale) {
        return answer(ResponseEntity.ok(), agent, locale);
    }

    ResponseEntity<AgentResponse> created(ValidatedAgent agent, Locale locale) {
        URI address = URI.create("/v2/ai_agents/" + agent.agent().summary().aiAgentUuid());
        return answer(ResponseEntity.created(address), agent, locale);
    }

    private ResponseEntity<AgentResponse> answer(
            ResponseEntity.BodyBuilder response, ValidatedAgent agent, Locale locale) {
        return response.eTag(IfMatch.entityTag(agent.agent().version()))
                .body(AgentResponse.of(agent, messages, locale));
    }
}
