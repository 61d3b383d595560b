package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.web.Messages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A resource as it is answered. */
@Schema(name = "Resource", description = "A piece of an agent's knowledge, and how far it has come.")
record ResourceResponse(
        @Schema(description = "The resource's id.", example = "doc_7f3a") String resourceId,
        @Schema(description = "Where its text comes from.", example = "file") ResourceKind kind,
        @Schema(description = "Its title, as people wrote it.", example = "Return policy") String title,
        @Schema(description = "How far it has come: the agent knows it when it is `ready`.", example = "queued")
                ResourceStatus status,
        @Schema(
                        description = "Why it failed, in the caller's language; null unless it has.",
                        example = "Its content could not be read.")
                @Nullable
                String error,
        @Schema(description = "The capabilities that look things up in it.", example = "[\"order_status\"]")
                List<String> capabilityIds,
        @Schema(description = "Its size in bytes; 0 while it is not known.", example = "48213") long bytes,
        @Schema(description = "When it was added, in UTC.", example = "2026-11-18T08:20:05Z") Instant createdAt) {

    static ResourceResponse of(Resource resource, Messages messages, Locale locale) {
        ResourceFailure failure = resource.failure();
        return new ResourceResponse(
                resource.resourceId(),
                resource.kind(),
                resource.title(),
                resource.status(),
                failure == null ? null : text(failure, messages, locale),
                resource.capabilityIds(),
                resource.bytes(),
                resource.createdAt());
    }

    private static String text(ResourceFailure failure, Messages messages, Locale locale) {
        return switch (failure.reason()) {
            case UNREADABLE -> messages.text("resource.failed.unreadable", locale);
            case EMPTY -> messages.text("resource.failed.empty", locale);
            case OTHER ->
                failure.said().isEmpty()
                        ? messages.text("resource.failed.other", locale)
                        : messages.text("resource.failed.said", locale, failure.said());
        };
    }
}
