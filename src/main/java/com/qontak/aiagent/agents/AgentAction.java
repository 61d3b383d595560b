package com.qontak.aiagent.agents;

import com.qontak.aiagent.access.audit.AuditedAction;

/** What can be done with an agent and is recorded in its trail. */
public enum AgentAction implements AuditedAction {
    /** A pack was drafted from a prompt; nothing was saved. */
    GENERATE("agent.generate"),
    /** A new agent was saved. */
    CREATE("agent.create"),
    /** A legacy agent was saved as a new one. */
    MIGRATE("agent.migrate"),
    /** A new version was saved whole. */
    REPLACE("agent.replace"),
    /** A part was changed, which made a new version. */
    PATCH("agent.patch"),
    /** An older version was made the newest again. */
    RESTORE("agent.restore"),
    /** The newest version was shipped to customers. */
    PUBLISH("agent.publish"),
    /** The agent was withdrawn from customers. */
    PAUSE("agent.pause"),
    /** The agent was deleted with all its versions. */
    DELETE("agent.delete"),
    /** One turn was tried. */
    PREVIEW("agent.preview"),
    /** Changes were proposed; nothing was saved. */
    REFINE("agent.refine"),
    /** Proposed changes were saved as a new version. */
    APPLY("agent.apply"),
    /** Knowledge was given to the agent. */
    ADD_RESOURCE("resource.add"),
    /** Knowledge was taken from the agent. */
    DELETE_RESOURCE("resource.delete");

    private final String word;

    AgentAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
