package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.Progress.Summary;
import com.qontak.aiagent.impact.aggregates.Progress.Unfinished;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Shows on the management port how far the figures counted beforehand are. */
@Endpoint(id = "impactaggregates")
final class AggregatesEndpoint {

    private final Progress progress;

    AggregatesEndpoint(Progress progress) {
        this.progress = progress;
    }

    @ReadOperation
    Answer progress() {
        return new Answer(progress.summary(), progress.unfinished());
    }

    /**
     * @param organizations all of them together
     * @param unfinished those whose answers are counted from the rooms themselves, the largest first; 100 at most
     */
    record Answer(Summary organizations, List<Unfinished> unfinished) {}
}
