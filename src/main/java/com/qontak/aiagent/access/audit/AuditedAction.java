package com.qontak.aiagent.access.audit;

/** A kind of work that the trail records; each feature lists its own. */
public interface AuditedAction {

    /** @return its stable name in the trail, such as {@code agent.replace} */
    String word();
}
