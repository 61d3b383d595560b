package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Selection;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * Where an answer's numbers can be followed to.
 *
 * @param conversations URI template of the rooms behind a number: {@code outcome} is the name of a waterfall step, of
 *     an outcome of the journey, of a count of the hero, or {@code sentiment} or {@code turns}
 */
@Schema(description = "Where the numbers can be followed to.")
record ReportLinks(
        @Schema(
                        description = "Address of the conversations behind a number: put the name of the number in"
                                + " place of `{outcome}`, such as `net_contained` or `reopened`.",
                        example = "/impact/conversations?from=2026-10-24&to=2026-11-20&outcome={outcome}")
                String conversations) {

    private static final String OUTCOME = "{outcome}";

    /**
     * @param slice which rooms the answer is over
     * @return the links of that answer
     */
    static ReportLinks of(Slice slice) {
        StringBuilder link = new StringBuilder("/impact/conversations?from=")
                .append(slice.period().from())
                .append("&to=")
                .append(slice.period().to());
        if (slice.filter().channel() != null) {
            link.append("&channel=").append(UriUtils.encode(slice.filter().channel(), StandardCharsets.UTF_8));
        }
        if (slice.filter().aiAgentId() != null) {
            link.append("&ai_agent_id=").append(slice.filter().aiAgentId());
        }
        return new ReportLinks(link.append("&outcome=").append(OUTCOME).toString());
    }

    /**
     * @param selection a number
     * @return the call that lists the rooms behind it
     */
    String to(Selection selection) {
        return conversations.replace(OUTCOME, selection.code());
    }
}
