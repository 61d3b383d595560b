package com.qontak.aiagent.impact.aggregates;

import com.qontak.aiagent.impact.aggregates.SelectLengths.Histogram;
import com.qontak.aiagent.impact.aggregates.SelectLengths.OutcomeTotal;
import com.qontak.aiagent.impact.aggregates.SelectLive.Packed;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.rooms.Outcome;
import com.qontak.aiagent.impact.rooms.OutcomeMinutes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of every closed room, from days that are counted and days that are not. */
final class Journey {

    private final Queries queries;

    Journey(Queries queries) {
        this.queries = queries;
    }

    /** @return an entry for each outcome, in the order of {@link Outcome} */
    List<OutcomeMinutes> outcomes(Slice slice, Span span) {
        Turn turn = span.turn(slice.settledThrough());
        List<Packed> single = span.live(slice, slice.settledThrough()).stream()
                .flatMap(part -> queries.live().lengths(part).stream())
                .toList();
        List<Histogram> histograms = queries.lengths().histograms(slice, turn, span.sums(turn));
        Stream<OutcomeTotal> totals = Stream.concat(
                histograms.stream().map(Histogram::total), single.stream().map(Packed::total));
        Map<Outcome, Lengths> lengths = sized(totals.toList());
        histograms.forEach(histogram -> of(lengths, histogram.total().outcome()).add(histogram));
        List<String> wanted = oneByOne(lengths);
        if (!wanted.isEmpty()) {
            queries.lengths()
                    .lengths(slice, turn, wanted)
                    .forEach(day -> of(lengths, day.total().outcome()).add(day));
        }
        single.forEach(packed -> of(lengths, packed.outcome()).addLengths(packed.packed()));
        return lengths.values().stream().map(Lengths::minutes).toList();
    }

    private static Map<Outcome, Lengths> sized(List<OutcomeTotal> totals) {
        Map<String, OutcomeTotal> sums = totals.stream()
                .collect(Collectors.toMap(OutcomeTotal::outcome, Function.identity(), OutcomeTotal::plus));
        Map<Outcome, Lengths> lengths = new EnumMap<>(Outcome.class);
        Arrays.stream(Outcome.values()).forEach(outcome -> {
            OutcomeTotal sum = sums.getOrDefault(outcome.code(), new OutcomeTotal(outcome.code(), 0, 0));
            lengths.put(outcome, new Lengths(outcome, sum.conversations(), sum.timed()));
        });
        return lengths;
    }

    /** The lengths of those that are settling have come with the histograms. */
    private static List<String> oneByOne(Map<Outcome, Lengths> lengths) {
        return lengths.values().stream()
                .filter(one -> one.exact() && !one.isEmpty() && one.outcome() != Outcome.AI_ALONE_SETTLING)
                .map(one -> one.outcome().code())
                .toList();
    }

    private static Lengths of(Map<Outcome, Lengths> lengths, String code) {
        Lengths found = lengths.get(Outcome.ofCode(code));
        if (found == null) {
            throw new IllegalStateException("Every outcome has lengths, even if none");
        }
        return found;
    }
}
