package com.qontak.aiagent.agents.preview;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A turn that was tried.
 *
 * @param sessionId the conversation, for the next turn
 * @param reply what the agent answers the customer
 * @param trace what led to it, in order
 */
@Schema(name = "PreviewReply", description = "A turn that was tried.")
public record PreviewReply(
        @Schema(description = "The conversation, for the next turn.", example = "ses_8c1f") String sessionId,
        @Schema(description = "What the agent answers the customer.", example = "Boleh saya minta nomor pesanan?")
                String reply,
        @Schema(description = "What led to it, in order.") List<TraceStep> trace) {

    /** Copies the trace, so that a reply never changes. */
    public PreviewReply {
        trace = List.copyOf(trace);
    }
}
