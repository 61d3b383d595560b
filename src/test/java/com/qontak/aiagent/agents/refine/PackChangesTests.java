package com.qontak.aiagent.agents.refine;

import static com.qontak.aiagent.agents.refine.RefinePacks.json;
import static com.qontak.aiagent.agents.refine.RefinePacks.pack;
import static com.qontak.aiagent.agents.refine.RefinePacks.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackChangesTests {

    private final ObjectNode current = pack();

    @Test
    void additionGoesBehindWhatStaysThoughOthersAreLeftOut() {
        ObjectNode proposed = RefinePacks.withCapabilities(0, 3);
        ArrayNode capabilities = (ArrayNode) proposed.get("capabilities");
        for (String id : List.of("x", "y", "z")) {
            capabilities.insert(1 + capabilities.size() - 3, json("{'capability_id': '" + id + "', 'name': 'N'}"));
        }
        ObjectNode before = RefinePacks.withCapabilities(0, 3);
        List<Change> changes = PackDifference.between(before, proposed);

        ObjectNode result = PackChanges.apply(before, List.of(changes.get(2), changes.get(0)));

        assertThat(ids(proposed)).containsExactly("c0", "x", "y", "z", "c1", "c2");
        assertThat(ids(result)).containsExactly("c0", "x", "z", "c1", "c2");
    }

    @Test
    void changesOfOneCapabilityApplyThoughAnotherGoes() {
        ObjectNode proposed = with(current, "/capabilities/1/name", "'Buy'");
        ((ArrayNode) proposed.get("capabilities")).remove(0);
        proposed = with(proposed, "/routing/entry_capability_id", "'sales'");

        List<Change> changes = PackDifference.between(current, proposed);

        assertThat(PackChanges.apply(current, changes)).isEqualTo(proposed);
    }

    @Test
    void resultSharesNothingWithTheChanges() {
        List<Change> changes =
                PackDifference.between(current, with(current, "/capabilities/0/handover", "{'when': ''}"));

        ((ObjectNode) PackChanges.apply(current, changes).at("/capabilities/0/handover")).put("when", "other");

        assertThat(PackChanges.apply(current, changes)
                        .at("/capabilities/0/handover/when")
                        .asText())
                .isEmpty();
    }

    @Test
    void changeThatWentThroughAClientStillApplies() throws JsonProcessingException {
        ObjectNode before = with(current, "/capabilities/0/checkpoints/0/x_weight", "1.0");
        ObjectNode after = with(before, "/capabilities/0/checkpoints/0/name", "'Ask nicely'");
        Change change = PackDifference.between(before, after).get(0);

        String json = RefinePacks.JSON.writeValueAsString(change).replace("1.0", "1");
        Change returned = RefinePacks.JSON.readValue(json, Change.class);

        assertThat(PackChanges.apply(before, List.of(returned))
                        .at("/capabilities/0/checkpoints/0/name")
                        .asText())
                .isEqualTo("Ask nicely");
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void alteredChangeIsRefused(UnaryOperator<Change> alteration) {
        Change change = PackDifference.between(current, with(current, "/profile/tone", "'formal'"))
                .get(0);

        assertThatExceptionOfType(ChangeDoesNotApply.class)
                .isThrownBy(() -> PackChanges.apply(current, List.of(alteration.apply(change))))
                .satisfies(refused -> assertThat(refused.changeId()).isEqualTo(change.changeId()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/profile/tone",
                "/capabilities/0/name",
                "/capabilities/0/checkpoints/0/name",
                "/routing/rules/0/when"
            })
    void changeOfAnotherPackIsRefused(String pointer) {
        ObjectNode other = with(current, pointer, "'something else'");
        List<Change> changes = PackDifference.between(other, with(current, pointer, "'something new'"));

        assertThatExceptionOfType(ChangeDoesNotApply.class).isThrownBy(() -> PackChanges.apply(current, changes));
    }

    @Test
    void moveOfAnItemThatIsNotThereIsRefused() {
        ObjectNode before = RefinePacks.withCapabilities(0, 2);
        ObjectNode after = before.deepCopy();
        ArrayNode capabilities = (ArrayNode) after.get("capabilities");
        capabilities.add(capabilities.remove(0));

        List<Change> changes = PackDifference.between(before, after);

        assertThatExceptionOfType(ChangeDoesNotApply.class).isThrownBy(() -> PackChanges.apply(current, changes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/profile/tone", "/capabilities/0/checkpoints/0/name"})
    void changesThatContradictEachOtherAreRefused(String pointer) {
        Change one =
                PackDifference.between(current, with(current, pointer, "'one'")).get(0);
        Change other = PackDifference.between(current, with(current, pointer, "'other'"))
                .get(0);

        assertThatExceptionOfType(ChangeDoesNotApply.class)
                .isThrownBy(() -> PackChanges.apply(current, List.of(one, other)));
        assertThat(PackChanges.apply(current, List.of(one, one))).isEqualTo(with(current, pointer, "'one'"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "/profile/tone, ''",
        "/profile/tone, name",
        "/profile/tone, /other/tone",
        "/profile/tone, /profile/tone/x",
        "/profile/tone, /routing/tone",
        "/capabilities/0/checkpoints/1/name, ''",
        "/capabilities/0/checkpoints/1/name, /capabilities/0/checkpoints",
        "/capabilities/0/checkpoints/1/name, /capabilities/0/steps/1",
        "/capabilities/0/checkpoints/1/name, /routing/rules/1",
        "/routing/rules/0/when, ''",
        "/routing/rules/0/when, /routing/other/0",
        "/routing/rules/0/when, /capabilities/0"
    })
    void placeOutsideThePackIsRefused(String edited, String pointer) {
        Change genuine = PackDifference.between(current, with(current, edited, "'another'"))
                .get(0);

        Change misplaced = altered(genuine, pointer, genuine.itemId(), null).named();

        assertThat(misplaced.isGenuine()).isTrue();
        assertThatExceptionOfType(ChangeDoesNotApply.class)
                .isThrownBy(() -> PackChanges.apply(current, List.of(misplaced)));
    }

    @Test
    void additionWithoutAPositionInTheListIsRefused() {
        Change genuine = PackDifference.between(
                        current, with(current, "/capabilities/2", "{'capability_id': 'refund', 'name': 'Refund'}"))
                .get(0);
        Stream.of(null, new Position(0, "nowhere"))
                .map(position -> altered(genuine, genuine.pointer(), genuine.itemId(), position)
                        .named())
                .forEach(change -> assertThatExceptionOfType(ChangeDoesNotApply.class)
                        .isThrownBy(() -> PackChanges.apply(current, List.of(change))));
        assertThat(ids(PackChanges.apply(current, List.of(genuine))))
                .containsExactly("order_status", "sales", "refund");
    }

    private static Stream<Named<UnaryOperator<Change>>> alterations() {
        return Stream.of(
                Named.of("after", change -> withAfter(change, json("'rude'"))),
                Named.of(
                        "operation path",
                        change -> withOperation(
                                change, new Operation(ChangeKind.REPLACE, null, "/organization_id", json("'rude'")))),
                Named.of(
                        "operation value",
                        change -> withOperation(
                                change, new Operation(ChangeKind.REPLACE, null, "/profile/tone", json("'rude'")))),
                Named.of("pointer", change -> altered(change, "/profile/name", null, null)),
                Named.of("item", change -> altered(change, change.pointer(), "x", null)),
                Named.of("position", change -> altered(change, change.pointer(), null, new Position(0, null))));
    }

    private static Change withAfter(Change change, JsonNode after) {
        return new Change(
                change.changeId(),
                change.section(),
                change.capabilityId(),
                change.itemId(),
                change.kind(),
                change.pointer(),
                change.before(),
                after,
                change.position(),
                change.operations(),
                change.dependsOn(),
                change.summary());
    }

    private static Change withOperation(Change change, Operation operation) {
        return new Change(
                change.changeId(),
                change.section(),
                change.capabilityId(),
                change.itemId(),
                change.kind(),
                change.pointer(),
                change.before(),
                change.after(),
                change.position(),
                List.of(operation),
                change.dependsOn(),
                change.summary());
    }

    private static Change altered(Change change, String pointer, String itemId, Position position) {
        return new Change(
                change.changeId(),
                change.section(),
                change.capabilityId(),
                itemId,
                change.kind(),
                pointer,
                change.before(),
                change.after(),
                position,
                change.operations(),
                change.dependsOn(),
                change.summary());
    }

    private static List<String> ids(ObjectNode pack) {
        return pack.get("capabilities").findValuesAsText("capability_id");
    }
}
