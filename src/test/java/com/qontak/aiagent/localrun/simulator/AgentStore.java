package com.qontak.aiagent.localrun.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The agents of every organization with all their versions; an agent of another organization is not there. */
final class AgentStore {

    private final Map<Long, Map<String, NavigableMap<Integer, Agent>>> organizations = new HashMap<>();
    private final Map<String, Agent> created = new HashMap<>();

    /** @return the agent made with this key before, as it was then, or the new one */
    synchronized Agent create(long organizationId, Optional<String> idempotencyKey, Supplier<Agent> agent) {
        if (idempotencyKey.isEmpty()) {
            return keep(agent.get());
        }
        return created.computeIfAbsent(organizationId + " " + idempotencyKey.get(), key -> keep(agent.get()));
    }

    /** Keeps an agent in the place of its version. */
    synchronized Agent keep(Agent agent) {
        organizations
                .computeIfAbsent(agent.organizationId(), id -> new LinkedHashMap<>())
                .computeIfAbsent(agent.agentId(), id -> new TreeMap<>())
                .put(agent.version(), agent);
        return agent;
    }

    /** @return the newest version of every agent, the last changed first */
    synchronized List<Agent> all(long organizationId) {
        List<Agent> agents = new ArrayList<>();
        organizations
                .getOrDefault(organizationId, Map.of())
                .values()
                .forEach(versions -> agents.add(versions.lastEntry().getValue()));
        agents.sort(Comparator.comparing(Agent::updatedAt).reversed());
        return agents;
    }

    synchronized Agent current(long organizationId, String agentId) {
        return history(organizationId, agentId).lastEntry().getValue();
    }

    /** @return every version, the newest first */
    synchronized List<Agent> versions(long organizationId, String agentId) {
        return List.copyOf(history(organizationId, agentId).descendingMap().values());
    }

    synchronized Agent change(
            long organizationId, String agentId, Optional<String> ifMatch, UnaryOperator<Agent> change) {
        Agent current = current(organizationId, agentId);
        requireMatch(current, ifMatch);
        return keep(change.apply(current));
    }

    synchronized void delete(long organizationId, String agentId, Optional<String> ifMatch) {
        requireMatch(current(organizationId, agentId), ifMatch);
        organizations.get(organizationId).remove(agentId);
    }

    private NavigableMap<Integer, Agent> history(long organizationId, String agentId) {
        NavigableMap<Integer, Agent> versions =
                organizations.getOrDefault(organizationId, Map.of()).get(agentId);
        if (versions == null) {
            throw Refusal.notFound("agent");
        }
        return versions;
    }

    private static void requireMatch(Agent current, Optional<String> ifMatch) {
        if (ifMatch.isPresent() && !ifMatch.get().equals(Agent.etag(current.version()))) {
            throw Refusal.stale(current.version());
        }
    }
}
