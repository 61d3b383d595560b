package com.qontak.aiagent.agents.refine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Changes were to be applied without others that they need. */
public final class ChangeDependsOn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, List<String>> missing;

    ChangeDependsOn(Map<String, List<String>> missing) {
        super("changes left out: " + missing);
        this.missing = new TreeMap<>(missing);
    }

    /** @return for each change that cannot be applied, by its id, the ids of those it needs and that were left out */
    public Map<String, List<String>> missing() {
        return missing;
    }

    /** @return the ids of all changes that were left out and are needed; never empty */
    public Set<String> missingChangeIds() {
        Set<String> ids = new LinkedHashSet<>();
        missing.values().forEach(ids::addAll);
        return ids;
    }
}
