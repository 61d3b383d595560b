package com.qontak.aiagent.agents;

import com.qontak.aiagent.web.IfMatch;
import com.qontak.aiagent.web.JsonBytes;
import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.PreparedAnswer;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes agents as they are answered. */
@Component
final class AgentWriting {

    private final Messages messages;
    private final JsonBytes json;

    AgentWriting(Messages messages, JsonBytes json) {
        this.messages = messages;
        this.json = json;
    }

    byte[] body(ValidatedAgent agent, Locale locale) {
        return bytes(AgentResponse.of(agent, messages, locale));
    }

    byte[] bytes(Object value) {
        return json.of(value);
    }

    PreparedAnswer prepared(long version, byte[] body) {
        return new PreparedAnswer(IfMatch.entityTag(version), body);
    }
}
