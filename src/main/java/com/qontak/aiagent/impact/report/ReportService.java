package com.qontak.aiagent.impact.report;

import com.qontak.aiagent.impact.assumptions.Assumptions;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.RoomsReader;
import com.qontak.aiagent.impact.story.Language;
import com.qontak.aiagent.impact.story.StoryTeller;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/** Composes the blocks of an answer from the rooms as they stood at one moment. */
@Service
final class ReportService {

    private static final String RETRY_SOON = "5";

    private final RoomsReader rooms;
    private final Assumptions assumptions;
    private final Bulkhead bulkhead;

    ReportService(RoomsReader rooms, Assumptions assumptions, BulkheadRegistry bulkheads) {
        this.rooms = rooms;
        this.assumptions = assumptions;
        this.bulkhead = bulkheads.bulkhead("impact-reports");
    }

    /**
     * @param slice which rooms, as of when
     * @param blocks what is asked for
     * @param language what the story is told in
     * @return the answer, without the blocks that were not asked for
     */
    Report report(Slice slice, Set<Block> blocks, Language language) {
        return read(slice, figures -> compose(slice, figures, blocks, language));
    }

    /**
     * @param slice which rooms, as of when
     * @param use what to make of the figures; they are all of one moment
     * @param <T> what it makes
     * @return what it made
     * @throws ProblemException {@code database-unavailable} while too many answers are being computed already
     */
    <T> T read(Slice slice, Function<Figures, T> use) {
        var settings = assumptions.settings(slice.organizationId()).value();
        var cost = assumptions.cost(slice.organizationId()).value();
        try {
            return bulkhead.executeSupplier(
                    () -> rooms.read(slice, reading -> use.apply(new Figures(reading, slice, settings, cost))));
        } catch (BulkheadFullException full) {
            throw new ProblemException(
                    ProblemType.DATABASE_UNAVAILABLE,
                    List.of(),
                    List.of(),
                    Map.of(HttpHeaders.RETRY_AFTER, RETRY_SOON),
                    full);
        }
    }

    /**
     * @param slice which rooms, as of when
     * @param figures of that slice
     * @param blocks what is asked for
     * @param language what the story is told in
     * @return the answer, without the blocks that were not asked for
     */
    static Report compose(Slice slice, Figures figures, Set<Block> blocks, Language language) {
        return new Report(
                slice.organizationId(),
                slice.period(),
                slice.filter().channel(),
                slice.filter().aiAgentId(),
                slice.asOf(),
                figures.freshAsOf(),
                slice.settledThrough(),
                wanted(blocks, Block.CONTAINMENT, figures::containment),
                wanted(blocks, Block.TREND, figures::trend),
                wanted(blocks, Block.WATERFALL, figures::waterfall),
                wanted(blocks, Block.REOPEN_CURVE, figures::reopenCurve),
                wanted(blocks, Block.FORECAST, figures::forecast),
                wanted(blocks, Block.AFTER_HOURS, figures::afterHours),
                wanted(blocks, Block.WORK_ABSORBED, figures::workAbsorbed),
                wanted(blocks, Block.SENTIMENT, figures::sentiment),
                wanted(blocks, Block.TURNS, figures::turns),
                wanted(blocks, Block.JOURNEY, figures::journey),
                wanted(blocks, Block.STORY, () -> StoryTeller.tell(figures.told(), language)),
                ReportLinks.of(slice));
    }

    private static <T> @Nullable T wanted(Set<Block> blocks, Block block, Supplier<T> figure) {
        return blocks.contains(block) ? figure.get() : null;
    }
}
