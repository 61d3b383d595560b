package com.qontak.aiagent.agents.refine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import com.qontak.aiagent.agents.pack.PackArbitraries;
import com.qontak.aiagent.agents.pack.PackContext;
import com.qontak.aiagent.agents.pack.PackEdits;
import com.qontak.aiagent.agents.pack.PackSchema;
import com.qontak.aiagent.agents.pack.PackValidator;
import com.qontak.aiagent.agents.pack.PackVocabulary;
import com.qontak.aiagent.web.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackDifferencePropertyTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackValidator validator =
            new PackValidator(new PackSchema(), (pack, pointer) -> new PackVocabulary.Canonical(pack, List.of()));

    @Property(tries = 1000)
    void allChangesTogetherGiveTheProposedPack(@ForAll("pairs") List<ObjectNode> pair, @ForAll Random random) {
        List<Change> changes = new ArrayList<>(PackDifference.between(pair.get(0), pair.get(1)));
        Collections.shuffle(changes, random);

        assertThat(PackChanges.apply(pair.get(0), changes)).isEqualTo(pair.get(1));
    }

    @Property(tries = 1000)
    void operationsOneAfterTheOtherGiveTheProposedPack(@ForAll("pairs") List<ObjectNode> pair) {
        ArrayNode operations = JSON.createArrayNode();
        PackDifference.between(pair.get(0), pair.get(1))
                .forEach(change -> operations.addAll(JSON.<ArrayNode>valueToTree(change.operations())));

        assertThat(JsonPatch.apply(operations, pair.get(0))).isEqualTo(pair.get(1));
    }

    @Property(tries = 2000)
    void anyChangesWithThoseTheyNeedLeaveThePackValid(@ForAll("pairs") List<ObjectNode> pair, @ForAll Random random) {
        List<Change> changes = PackDifference.between(pair.get(0), pair.get(1));

        ObjectNode result = PackChanges.apply(pair.get(0), someWithNeeded(changes, random));

        assertThat(validator.validate(result, PackContext.at("")).findings()).noneMatch(Finding::isError);
    }

    @Property(tries = 500)
    void changeWithoutOneItNeedsIsRefusedByItsName(@ForAll("pairs") List<ObjectNode> pair, @ForAll Random random) {
        List<Change> changes = PackDifference.between(pair.get(0), pair.get(1));
        List<Change> dependent =
                changes.stream().filter(it -> !it.dependsOn().isEmpty()).toList();
        if (dependent.isEmpty()) {
            assertThat(PackChanges.apply(pair.get(0), changes)).isEqualTo(pair.get(1));
            return;
        }
        Change change = dependent.get(random.nextInt(dependent.size()));
        String needed = change.dependsOn().get(random.nextInt(change.dependsOn().size()));

        ChangeDependsOn refused = catchThrowableOfType(
                ChangeDependsOn.class,
                () -> PackChanges.apply(
                        pair.get(0),
                        changes.stream()
                                .filter(it -> !it.changeId().equals(needed))
                                .toList()));

        assertThat(refused.missing().get(change.changeId())).containsExactly(needed);
        assertThat(refused.missingChangeIds()).containsExactly(needed);
    }

    @Property(tries = 300)
    void equalPacksDoNotDiffer(@ForAll("pairs") List<ObjectNode> pair) {
        ObjectNode pack = pair.get(0);

        assertThat(PackDifference.between(pack, pack.deepCopy())).isEmpty();
        assertThat(PackChanges.apply(pack, List.of())).isEqualTo(pack).isNotSameAs(pack);
    }

    @Property(tries = 500)
    void differenceAndItsInverseLeadBack(@ForAll("pairs") List<ObjectNode> pair) {
        ObjectNode there = PackChanges.apply(pair.get(0), PackDifference.between(pair.get(0), pair.get(1)));

        assertThat(PackChanges.apply(there, PackDifference.between(there, pair.get(0))))
                .isEqualTo(pair.get(0));
    }

    @Property(tries = 500)
    void reorderingAloneIsMovesAlone(@ForAll("pairs") List<ObjectNode> pair, @ForAll Random random) {
        ObjectNode reordered = new PackEdits(random).reordered(pair.get(0));

        List<Change> changes = PackDifference.between(pair.get(0), reordered);

        assertThat(changes)
                .extracting(Change::kind)
                .containsOnly(changes.isEmpty() ? new ChangeKind[0] : new ChangeKind[] {ChangeKind.MOVE});
        assertThat(changes).allMatch(change -> change.dependsOn().isEmpty());
    }

    @Property(tries = 500)
    void packsThatAreNotValidDifferLikeAnyOther(@ForAll("damagedPairs") List<ObjectNode> pair) {
        List<Change> changes = PackDifference.between(pair.get(0), pair.get(1));

        assertThat(PackChanges.apply(pair.get(0), changes)).isEqualTo(pair.get(1));
    }

    @Property(tries = 200)
    void changesAreNamedByTheirContent(@ForAll("pairs") List<ObjectNode> pair) {
        List<Change> changes = PackDifference.between(pair.get(0), pair.get(1));

        assertThat(changes)
                .allMatch(Change::isGenuine)
                .extracting(Change::changeId)
                .doesNotHaveDuplicates();
        assertThat(PackDifference.between(pair.get(0).deepCopy(), pair.get(1).deepCopy()))
                .isEqualTo(changes);
    }

    @Property(tries = 300)
    void changesSurviveTheirWayToAClientAndBack(@ForAll("pairs") List<ObjectNode> pair) throws JsonProcessingException {
        List<Change> changes = PackDifference.between(pair.get(0), pair.get(1));

        Change[] returned = JSON.readValue(JSON.writeValueAsString(changes), Change[].class);

        assertThat(PackChanges.apply(pair.get(0), List.of(returned)))
                .isEqualTo(JSON.readTree(pair.get(1).toString()));
    }

    @Provide
    Arbitrary<List<ObjectNode>> pairs() {
        return PackArbitraries.pairs();
    }

    @Provide
    Arbitrary<List<ObjectNode>> damagedPairs() {
        return Combinators.combine(PackArbitraries.damagedPacks(), PackArbitraries.damagedPacks())
                .as((one, other) -> List.of(one, other));
    }

    /** A few changes by chance, and all that they need in turn. */
    private static List<Change> someWithNeeded(List<Change> changes, Random random) {
        Map<String, Change> byId = new LinkedHashMap<>();
        changes.forEach(change -> byId.put(change.changeId(), change));
        Map<String, Change> chosen = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(changes.stream()
                .filter(change -> random.nextInt(3) == 0)
                .map(Change::changeId)
                .toList());
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (chosen.putIfAbsent(id, byId.get(id)) == null) {
                open.addAll(byId.get(id).dependsOn());
            }
        }
        return List.copyOf(chosen.values());
    }
}
