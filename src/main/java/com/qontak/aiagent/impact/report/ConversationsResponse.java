package com.qontak.aiagent.impact.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.qontak.aiagent.impact.journey.Missing;
import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.PageResponse.Meta;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of the rooms behind a number, and what it is about.
 *
 * @param period the local dates they closed on, both included
 * @param asOf the time of the answer
 * @param freshAsOf the list equals one of the rooms as they stood then
 * @param settledThrough rooms closed at or before this are settled, by the window asked for
 * @param available whether they can be listed: false only for those that the activity logs should tell, and cannot
 * @param reason why not, {@code no_activity_logs}; absent when they can
 * @param data the ids of this page, by the time they closed, the latest first where they are not settled; empty past the
 *     end, absent when they cannot be listed
 * @param meta which page it is, and of how many rooms; absent when they cannot be listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImpactConversations", description = "One page of the conversations behind a number: their ids.")
record ConversationsResponse(
        @Schema(description = "The days on which they closed, both included.") Period period,
        @Schema(description = "When this was answered, in UTC.", example = "2026-11-21T02:00:00Z") Instant asOf,
        @Schema(
                        description = "The list equals one of the conversations as they stood then, in UTC.",
                        example = "2026-11-21T02:00:00Z")
                Instant freshAsOf,
        @Schema(
                        description =
                                "Conversations closed at or before this are settled, by the window asked for; in UTC.",
                        example = "2026-11-19T02:00:00Z")
                Instant settledThrough,
        @Schema(
                        description =
                                "Whether they can be listed. `false` only for `sentiment` and `turns`, where what "
                                        + "they are measured on is not there; `data` and `meta` are absent then.",
                        example = "true")
                boolean available,
        @Schema(description = "Why they cannot be listed; absent when they can.", example = "no_activity_logs")
                @Nullable
                String reason,
        @Schema(
                        description = "The ids of this page, by the time they closed, the latest first where they are"
                                + " not settled; empty past the end, absent when they cannot be listed.",
                        example = "[\"7d3f0c52-8f1e-4b8e-9c39-0a6d1f0b2e11\"]")
                @Nullable
                List<UUID> data,
        @Schema(description = "Which page it is, and of how many conversations; absent when they cannot be listed.")
                @Nullable
                Meta meta) {

    static ConversationsResponse of(Slice slice, Instant freshAsOf, PageResponse<UUID> page) {
        return new ConversationsResponse(
                slice.period(), slice.asOf(), freshAsOf, slice.settledThrough(), true, null, page.data(), page.meta());
    }

    static ConversationsResponse missing(Slice slice, Instant freshAsOf) {
        return new ConversationsResponse(
                slice.period(), slice.asOf(), freshAsOf, slice.settledThrough(), false, Missing.NO_LOGS, null, null);
    }
}
