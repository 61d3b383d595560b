package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.period.Slice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where an answer's numbers can be followed to.
 *
 * @param conversations URI template of the rooms behind a number: {@code outcome} is the name of a waterfall step, of
 *     an outcome of the journey, or of a count of the hero
 */
@Schema(description = "Where the numbers can be followed to.")
record ReportLinks(
        @Schema(example = "/impact/conversations?from=2026-10-01&to=2026-10-31&outcome={outcome}")
                String conversations) {

    /**
     * @param slice which rooms the answer is over
     * @return the links of that answer
     */
    static ReportLinks of(Slice slice) {
        String rooms = UriComponentsBuilder.fromPath("/impact/conversations")
                .queryParam("from", slice.period().from())
                .queryParam("to", slice.period().to())
                .queryParamIfPresent(
                        "channel", Optional.ofNullable(slice.filter().channel()))
                .queryParamIfPresent(
                        "ai_agent_id", Optional.ofNullable(slice.filter().aiAgentId()))
                .encode()
                .toUriString();
        return new ReportLinks(rooms + "&outcome={outcome}");
    }
}
