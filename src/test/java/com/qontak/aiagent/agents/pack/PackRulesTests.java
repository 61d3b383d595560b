package com.qontak.aiagent.agents.pack;

import static com.qontak.aiagent.agents.pack.Packs.codesAt;
import static com.qontak.aiagent.agents.pack.Packs.exampleWith;
import static com.qontak.aiagent.agents.pack.Packs.remove;
import static com.qontak.aiagent.agents.pack.Packs.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackRulesTests {

    private static final String ASK = "/capabilities/0/checkpoints/0";
    private static final String TICKET = ASK + "/actions/0";

    @Test
    void referenceIsNotMissedWhileTheCapabilitiesAreUnreadable() {
        assertThat(codesIn(exampleWith(it -> set(it, "/capabilities", "'later'"))))
                .containsExactly("invalid_format /capabilities");
    }

    @Test
    void rulesOfDifferentCapabilitiesMayShareAPriority() {
        String rule = "{'rule_id': 'r3', 'scope': 'capability', 'capability_id': 'sales', 'priority': 1,"
                + " 'when': 'wants to know more', 'then': {'type': 'end'}}";

        assertThat(codesIn(exampleWith(it -> it.withArray("/routing/rules").add(Packs.json(rule)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1700000000000000001, 1700000000000000002, false", "2, 2.0, true", "20, 2e1, true"})
    void prioritiesAreComparedAsTheyAreWritten(String one, String other, boolean tie) {
        String rule = "{'rule_id': '%s', 'scope': 'capability', 'capability_id': 'sales', 'priority': %s,"
                + " 'when': 'wants to know more', 'then': {'type': 'end'}}";
        ObjectNode pack = exampleWith(it -> it.withArray("/routing/rules")
                .add(Packs.json(rule.formatted("r8", one)))
                .add(Packs.json(rule.formatted("r9", other))));

        assertThat(codesIn(pack).stream().anyMatch(code -> code.startsWith("priority_tie")))
                .isEqualTo(tie);
    }

    @Test
    void actionsAreJudgedOnlyWhenTheCatalogueIsKnown() {
        ObjectNode pack = exampleWith(it -> set(it, TICKET + "/action_id", "'fly'"));

        assertThat(codesIn(pack)).isEmpty();
        assertThat(codesIn(pack, PackContext.at("").withActions(new KnownActions(Map.of()))))
                .containsExactly("unknown_action " + TICKET + "/action_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'subject': null}", "{'subject': ' '}", "'none'"})
    void actionIsGivenWhatItNeeds(String inputs) {
        ObjectNode pack = exampleWith(it -> set(it, TICKET + "/inputs", inputs));
        KnownActions known = new KnownActions(Map.of("create_ticket", Set.of("subject")));

        assertThat(codesIn(pack, PackContext.at("").withActions(known)))
                .contains("missing_action_input " + TICKET + "/inputs/subject");
    }

    @Test
    void resourcesAreJudgedOnlyWhenTheAgentIsKnown() {
        ObjectNode pack = Packs.example();

        assertThat(codesIn(pack, PackContext.at("").withResourceIds(Set.of("doc_1"))))
                .isEmpty();
        assertThat(codesIn(pack, PackContext.at("").withResourceIds(Set.of())))
                .containsExactly("unknown_resource /capabilities/0/resource_ids/0");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/profile/greeting",
                "/capabilities/0/description",
                "/capabilities/0/handover/message",
                ASK + "/collect/0/description",
                ASK + "/next/0/when",
                ASK + "/actions/0/inputs/subject",
                "/routing/rules/0/when"
            })
    void variableThatNobodyCollectsIsFoundInAnyText(String place) {
        ObjectNode pack = exampleWith(it -> set(it, place, "'the {{colour}} one and {{ order_number }}'"));

        assertThat(codesIn(pack)).containsExactly("unbound_variable " + place);
    }

    @Test
    void variableMayStandDeepInsideAnInput() {
        ObjectNode pack = exampleWith(it -> set(it, TICKET + "/inputs/lines", "[{'x': '{{colour}}'}]"));

        assertThat(codesIn(pack)).containsExactly("unbound_variable " + TICKET + "/inputs/lines/0/x");
    }

    @Test
    void unknownFieldsMayMeanSomethingElseByBraces() {
        assertThat(codesIn(exampleWith(it -> set(it, ASK + "/x_template", "'{{colour}}'"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hello {{ name }}, {{name}}!  | name
                    {{a}} and {{b}}              | a b
                    {{{a}}}                      | a
                    {{a {{b}}                    | b
                    {{}} {{ }} {{a }a}}          | a }a
                    {{open                       | ''
                    }} {{x                       | ''
                    """)
    void variablesStandBetweenDoubleBraces(String text, String names) {
        assertThat(String.join(" ", PackTexts.variables(text))).isEqualTo(names);
    }

    @Test
    void capabilityIsReachedOnlyThroughOnesThatAreReachedThemselves() {
        ObjectNode pack = exampleWith(it -> {
            set(it, "/routing/entry_capability_id", "'sales'");
            set(it, "/routing/rules/1/then/capability_id", "'order_status'");
        });

        assertThat(codesIn(pack)).containsExactly("unreachable_capability /capabilities/0");
    }

    @Test
    void fallbackReachesACapability() {
        ObjectNode pack = exampleWith(it -> {
            it.withArray("/routing/rules").remove(1);
            set(it, "/routing/fallback", "{'type': 'capability', 'capability_id': 'sales'}");
        });

        assertThat(codesIn(pack)).isEmpty();
    }

    @Test
    void personIsReachedThroughAnyOfThreeWays() {
        ObjectNode pack = exampleWith(it -> {
            set(it, "/routing/rules/0/then", "{'type': 'end'}");
            set(it, "/routing/fallback", "{'type': 'end'}");
        });
        assertThat(codesIn(pack)).isEmpty();

        remove(pack, "/capabilities/0/handover");
        assertThat(codesIn(pack)).containsExactly("no_handover /routing");
    }

    @ParameterizedTest
    @CsvSource({"Asks for a PERSON!, true", "'asks  for a person', true", "asks for a parcel, false"})
    void globalRuleHidesTheSameConditionOfACapability(String condition, boolean hidden) {
        ObjectNode pack = exampleWith(it -> set(it, "/routing/rules/1/when", "'" + condition + "'"));

        assertThat(codesIn(pack)).isEqualTo(hidden ? List.of("shadowed_rule /routing/rules/1") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'', vague_condition.empty",
        "' ', vague_condition.empty",
        "refund, vague_condition",
        "' refund! ', vague_condition"
    })
    void conditionSaysMoreThanAWord(String condition, String key) {
        ObjectNode pack = exampleWith(it -> set(it, ASK + "/next/0/when", "'" + condition + "'"));

        assertThat(Packs.validator().validate(pack, PackContext.at("")).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.key()).isEqualTo(key);
                    assertThat(finding.pointer()).isEqualTo(ASK + "/next/0/when");
                });
    }

    @Test
    void capabilityWithoutCheckpointsIsEmpty() {
        assertThat(codesIn(exampleWith(it -> remove(it, "/capabilities/1/checkpoints"))))
                .containsExactly("empty_capability /capabilities/1");
    }

    private static List<String> codesIn(ObjectNode pack) {
        return codesIn(pack, PackContext.at(""));
    }

    private static List<String> codesIn(ObjectNode pack, PackContext context) {
        return codesAt(Packs.validator().validate(pack, context).findings());
    }
}
