package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.PageResponse.Meta;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One page of the rooms behind a number, and what it is about.
 *
 * @param period the local dates they closed on, both included
 * @param asOf the time of the answer
 * @param freshAsOf the list equals one of the rooms as they stood then
 * @param settledThrough rooms closed at or before this are settled, by the window asked for
 * @param data the ids of this page, by the time they closed; empty past the end
 * @param meta which page it is, and of how many rooms
 */
@Schema(name = "ImpactConversations", description = "One page of the conversations behind a number: their ids.")
record ConversationsResponse(
        Period period,
        Instant asOf,
        Instant freshAsOf,
        @Schema(description = "Conversations closed at or before this are settled, by the window asked for.")
                Instant settledThrough,
        List<UUID> data,
        Meta meta) {

    static ConversationsResponse of(Slice slice, PageResponse<UUID> page) {
        return new ConversationsResponse(
                slice.period(), slice.asOf(), slice.asOf(), slice.settledThrough(), page.data(), page.meta());
    }
}
