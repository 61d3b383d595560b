package com.qontak.aiagent.agents.refine;

import static com.qontak.aiagent.agents.refine.RefinePacks.change;
import static com.qontak.aiagent.agents.refine.RefinePacks.pack;
import static com.qontak.aiagent.agents.refine.RefinePacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackSection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackDifferenceTests {

    private final ObjectNode current = pack();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    /profile/tone                            | 'formal'        | replace profile /profile/tone
                    /profile/greeting                        | 'Hi'            | add profile /profile/greeting
                    /profile/x_mood                          | {'deep': [1]}   | add profile /profile/x_mood
                    /x_origin                                | 'migrated'      | add profile /x_origin
                    /capabilities/1/name                     | 'Buy'           | replace capabilities /capabilities/1/name
                    /capabilities/0/handover                 | {'when': 'now'} | add capabilities /capabilities/0/handover
                    /capabilities/0/checkpoints/1/name       | 'Tell'          | replace capabilities /capabilities/0/checkpoints/1
                    /capabilities/0/checkpoints/1/x_a~1b     | 1               | replace capabilities /capabilities/0/checkpoints/1
                    /routing/rules/0/when                    | 'is angry'      | replace routing /routing/rules/0
                    /routing/fallback/type                   | 'end'           | replace routing /routing/fallback
                    """)
    void editIsOneChangeOfTheSmallestPartThatStandsAlone(String pointer, String value, String expected) {
        List<Change> changes = PackDifference.between(current, with(current, pointer, value));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(described(change)).isEqualTo(expected);
            assertThat(change.dependsOn()).isEmpty();
        });
    }

    @Test
    void newCapabilityIsOneChangeAndTheRuleToItNeedsIt() {
        ObjectNode proposed = with(current, "/capabilities/2", "{'capability_id': 'refund', 'name': 'Refund'}");
        proposed = with(
                proposed,
                "/routing/rules/1",
                "{'rule_id': 'r2', 'scope': 'global', 'priority': 2, 'when': 'wants the money back',"
                        + " 'then': {'type': 'capability', 'capability_id': 'refund'}}");

        List<Change> changes = PackDifference.between(current, proposed);

        assertThat(changes)
                .extracting(PackDifferenceTests::described)
                .containsExactly("add capabilities /capabilities/2", "add routing /routing/rules/1");
        assertThat(changes.get(0).capabilityId()).isEqualTo("refund");
        assertThat(changes.get(0).dependsOn()).isEmpty();
        assertThat(changes.get(1).dependsOn()).containsExactly(changes.get(0).changeId());
    }

    @Test
    void capabilityGoesOnlyWithTheRulesThatLeadToIt() {
        ObjectNode proposed = current.deepCopy();
        ((ArrayNode) proposed.get("capabilities")).remove(1);
        proposed = with(proposed, "/routing/rules/0/then", "{'type': 'end'}");

        List<Change> changes = PackDifference.between(current, proposed);

        assertThat(change(changes, ChangeKind.REMOVE).dependsOn())
                .containsExactly(change(changes, ChangeKind.REPLACE).changeId());
        assertThat(change(changes, ChangeKind.REPLACE).dependsOn()).isEmpty();
    }

    @Test
    void rulesThatSwapTheirPrioritiesNeedEachOther() {
        ObjectNode before = with(
                current,
                "/routing/rules/1",
                "{'rule_id': 'r2', 'scope': 'global', 'priority': 2, 'when': 'says bye', 'then': {'type': 'end'}}");
        ObjectNode after = with(with(before, "/routing/rules/0/priority", "2"), "/routing/rules/1/priority", "1");

        List<Change> changes = PackDifference.between(before, after);

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).dependsOn()).containsExactly(changes.get(1).changeId());
        assertThat(changes.get(1).dependsOn()).containsExactly(changes.get(0).changeId());
    }

    @Test
    void twoCapabilitiesInTheOtherOrderAreOneMove() {
        ObjectNode proposed = current.deepCopy();
        ArrayNode capabilities = (ArrayNode) proposed.get("capabilities");
        capabilities.add(capabilities.remove(0));

        assertThat(PackDifference.between(current, proposed)).singleElement().satisfies(change -> {
            assertThat(described(change)).isEqualTo("move capabilities /capabilities/1");
            assertThat(change.itemId()).isEqualTo("sales");
            assertThat(change.before()).hasToString("1");
            assertThat(change.after()).hasToString("0");
            assertThat(change.position()).isEqualTo(new Position(0, null));
            assertThat(change.operations())
                    .containsExactly(new Operation(ChangeKind.MOVE, "/capabilities/1", "/capabilities/0", null));
        });
    }

    @Test
    void listWhoseItemsAreNotToldApartIsComparedAsAWhole() {
        ObjectNode proposed = with(current, "/routing/rules", "[{'rule_id': 'a'}, {'rule_id': 'a'}]");

        assertThat(PackDifference.between(current, proposed))
                .extracting(PackDifferenceTests::described)
                .containsExactly("replace routing /routing/rules");
    }

    @Test
    void additionsToAFullListWaitForRemovals() {
        ObjectNode full = RefinePacks.withCapabilities(0, 50);
        ObjectNode other = RefinePacks.withCapabilities(2, 52);

        List<Change> changes = PackDifference.between(full, other);

        List<Change> additions =
                changes.stream().filter(it -> it.kind() == ChangeKind.ADD).toList();
        assertThat(additions).hasSize(2).allSatisfy(change -> assertThat(change.dependsOn())
                .hasSize(1));
        assertThat(additions).extracting(Change::dependsOn).doesNotHaveDuplicates();
    }

    @Test
    void summaryNamesWhatPeopleSee() {
        ObjectNode proposed = with(current, "/profile/when_to_use", "1");
        proposed = with(proposed, "/profile/x_mood", "1");
        proposed = with(proposed, "/capabilities/0/checkpoints/1/instructions", "'Tell it'");

        List<Change> changes = PackDifference.between(current, proposed);

        assertThat(changes)
                .extracting(change -> change.summary().in(Locale.ENGLISH))
                .containsExactly(
                        "Adds the situation it is meant for to the profile.",
                        "Adds the “x_mood” to the profile.",
                        "Changes the checkpoint “Say where it is” of the capability “Check an order”.");
        assertThat(changes.get(2).summary().in(Locale.forLanguageTag("id-ID")))
                .isEqualTo("Mengubah checkpoint “Say where it is” pada kapabilitas “Check an order”.");
        assertThat(changes.get(0).section()).isEqualTo(PackSection.PROFILE);
    }

    private static String described(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT) + " "
                + change.section().field() + " " + change.pointer();
    }
}
