package com.qontak.aiagent.agents.resources;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an agent's knowledge.
 *
 * @param resourceId its id, opaque
 * @param aiAgentUuid the agent that knows it
 * @param kind where its text comes from
 * @param title its title, as people wrote it
 * @param status how far it has come
 * @param failure why it failed; null unless it has
 * @param capabilityIds the capabilities that look things up in it; empty for none in particular
 * @param bytes its size; 0 while it is not known
 * @param createdAt when it was added
 */
public record Resource(
        String resourceId,
        UUID aiAgentUuid,
        ResourceKind kind,
        String title,
        ResourceStatus status,
        @Nullable ResourceFailure failure,
        List<String> capabilityIds,
        long bytes,
        Instant createdAt) {

    // What can stand in a path as it is; "." and ".." cannot.
    private static final Pattern ID = Pattern.compile("(?!\\.+$)[A-Za-z0-9._~:-]{1,128}");

    /**
     * Copies the capabilities, so that a resource never changes.
     *
     * @throws IllegalArgumentException if the id is none
     */
    public Resource {
        if (!isId(resourceId)) {
            throw new IllegalArgumentException("No id of a resource");
        }
        capabilityIds = List.copyOf(capabilityIds);
    }

    /**
     * @param text any text
     * @return whether a resource can have it as its id
     */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
