package com.qontak.aiagent.agents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TreeMappingTests {

    private static final String WITH =
            """
            {'id': 'r', 'content': {'content_text': 'Halo'}, 'children': [
              {'id': 'i', 'input': 'Cek pesanan', 'is_default': true, 'children': [%s]}]}""";

    @Test
    void exampleBecomesAPack() {
        Mapped mapped = Trees.mapped(Trees.example());
        JsonNode pack = mapped.pack().tree();

        assertThat(pack.path("profile"))
                .isEqualTo(
                        Trees.json(
                                "{'name': 'Toko Maju assistant', 'language': 'id', 'greeting': 'Halo, ada yang bisa kami bantu?'}"));
        assertThat(pack.at("/capabilities/0"))
                .isEqualTo(
                        Trees.json(
                                """
                                {'capability_id': 'cek_pesanan', 'name': 'Cek pesanan',
                                 'when_to_use': 'Pelanggan memilih atau menulis: Cek pesanan; pesanan saya di mana; status pesanan',
                                 'checkpoints': [
                                   {'checkpoint_id': 'ask_for_the_order_number', 'name': 'Ask for the order number',
                                    'instructions': 'Boleh minta nomor pesanannya?',
                                    'next': [{'when': 'Pelanggan memilih atau menulis: Nomor pesanan; nomor pesanan saya',
                                              'go_to': 'say_where_the_order_is'},
                                             {'when': 'Jawaban pelanggan tidak cocok dengan pilihan yang lain',
                                              'go_to': 'hand_over_to_support'}]},
                                   {'checkpoint_id': 'say_where_the_order_is', 'name': 'Say where the order is',
                                    'instructions': 'Kami cek dulu ya.\\n\\nLangkah ini memerlukan data dari sistem lain yang belum disambungkan. Jangan menjanjikan hasilnya.'},
                                   {'checkpoint_id': 'hand_over_to_support', 'name': 'Hand over to support',
                                    'instructions': 'Kami sambungkan ke petugas.'}],
                                 'handover': {'when': 'Percakapan sudah sampai di langkah Hand over to support',
                                              'division': 'Support'}}"""));
        assertThat(pack.at("/capabilities/1/checkpoints/0/actions"))
                .isEqualTo(Trees.json("[{'action_id': 'resolve_conversation', 'inputs': {}}]"));
        assertThat(pack.path("routing"))
                .isEqualTo(
                        Trees.json(
                                """
                                {'fallback': {'type': 'capability', 'capability_id': 'topik_3'},
                                 'entry_capability_id': 'cek_pesanan',
                                 'rules': [
                                   {'rule_id': 'r1', 'scope': 'global', 'priority': 1,
                                    'when': 'Pelanggan memilih atau menulis: Cek pesanan; pesanan saya di mana; status pesanan',
                                    'then': {'type': 'capability', 'capability_id': 'cek_pesanan'}},
                                   {'rule_id': 'r2', 'scope': 'global', 'priority': 2,
                                    'when': 'Pelanggan memilih atau menulis: Terima kasih',
                                    'then': {'type': 'capability', 'capability_id': 'terima_kasih'}}]}"""));
        assertThat(remarks(mapped)).isEqualTo(Map.of("br_3", List.of(Remark.API)));
        assertThat(mapped.account().ofDiagram())
                .extracting(Account.Note::remark)
                .containsExactly(Remark.CHANNELS, Remark.OPERATIONAL_TIME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id': 'b', 'content': {'content_text': 'x', 'content_type_code': 'text'}} | ",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'next_intent_type': 'none', 'interactive': null} | ",
                "{'id': 'b', 'content': {'content_text': 'x', 'content_type_code': 'image'}} | CONTENT_TYPE",
                "{'id': 'b', 'content': {'content_text': 'x {{name}}'}} | VARIABLE",
                "{'id': 'b', 'name': 'n {{name}}', 'content': {'content_text': 'x'}} | VARIABLE",
                "{'id': 'b', 'name': '%s', 'content': {'content_text': 'x'}} | TOO_LONG",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'interactive': {'button': {}}} | CHOICES",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'components': {'idle_rule': {'minutes': 5}}} | IDLE_RULE",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'components': {'idle_rule': {'enabled': false}}} | ",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'components': {'api': true}} | API",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'components': {'api': {}, 'assignment': false}} | ",
                "{'id': 'b', 'components': {'assignment': true}} | ",
                "{'id': 'b', 'components': {'assignment': 'Support'}} | ",
                "{'id': 'b', 'components': {'assignment': {'who': 'x'}}} | DIVISION_UNCLEAR",
                "{'id': 'b', 'components': {'assignment': {'division_name': ' ', 'division_id': 42}}} | ",
                "{'id': 'b', 'components': {'assignment': {'division': 'x', 'is_active': true, 'note': null}}} | ",
                "{'id': 'b', 'components': {'assignment': {'division': 'x', 'message': 'y'}}} | ASSIGNMENT_SETTINGS",
                "{'id': 'b', 'components': {'auto_resolve': true}} | ",
                "{'id': 'b', 'components': {'auto_resolve': {'after': 5}}} | AUTO_RESOLVE_SETTINGS",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'next_intent_type': 'main_menu'} | NEXT_INTENT_TYPE",
                "{'id': 'b'} | NOTHING_SAID",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'colour': 1} | UNKNOWN_FIELDS",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'components': {'webhook': 1}} | UNKNOWN_FIELDS",
                "{'id': 'b', 'content': {'content_text': 'x'}}, {'id': 'b2', 'content': {'content_text': 'y'}}"
                        + " | IN_SEQUENCE",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'children': [{'id': 'i2', 'input': 'y'}]} | LEADS_NOWHERE",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'children': [{'id': 'i2', 'is_default': true,"
                        + " 'children': [{'id': 'b2', 'content': {'content_text': 'x'}}]}]} | ",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'children': [{'id': 'i2', 'is_default': true,"
                        + " 'input': 'y', 'children': [{'id': 'b2', 'content': {'content_text': 'x'}}]}]}"
                        + " | DEFAULT_WORDS",
                "{'id': 'b', 'content': {'content_text': 'x'}, 'children': [{'id': 'i2', 'utterances': [' '],"
                        + " 'children': [{'id': 'b2', 'content': {'content_text': 'x'}}]}]} | NO_WORDS",
            })
    void whatIsLostOfANodeIsSaid(String responses, Remark expected) {
        Mapped mapped = Trees.mapped(Trees.around(WITH.formatted(responses.replace("%s", "n".repeat(121)))));

        assertThat(remarks(mapped).values().stream().flatMap(List::stream))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void textsStayWithinWhatAPackHolds() {
        ObjectNode diagram = Trees.around(WITH.formatted("{'id': 'b', 'name': '%s', 'content': {'content_text': '%s'}}"
                .formatted("n".repeat(500), "x".repeat(20_000))));
        Mapped mapped = Trees.mapped(diagram);

        assertThat(remarks(mapped)).isEqualTo(Map.of("b", List.of(Remark.TOO_LONG)));
        JsonNode checkpoint = mapped.pack().tree().at("/capabilities/0/checkpoints/0");
        assertThat(checkpoint.path("instructions").asText()).hasSize(10_000).endsWith("x…");
        assertThat(checkpoint.path("name").asText()).hasSize(120);
        assertThat(checkpoint.path("checkpoint_id").asText()).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void answersToOneInputFollowEachOther() {
        JsonNode pack = Trees.mapped(Trees.around(WITH.formatted(
                        "{'id': 'b', 'name': 'A', 'content': {'content_text': 'x'}, 'children': [{'id': 'i2', 'input': 'y'}]},"
                                + " {'id': 'b2', 'name': 'B', 'content': {'content_text': 'y'}}")))
                .pack()
                .tree();

        assertThat(pack.at("/capabilities/0/checkpoints/0/next"))
                .isEqualTo(Trees.json("[{'when': 'Pelanggan memilih atau menulis: y', 'go_to': 'done'},"
                        + " {'when': 'Pesan di langkah ini sudah disampaikan', 'go_to': 'b'}]"));
    }

    @Test
    void eachDivisionAfterTheFirstHasARule() {
        JsonNode pack = Trees.mapped(
                        Trees.around(WITH.formatted("{'id': 'b', 'name': 'A', 'components': {'assignment': 'Sales'}},"
                                + " {'id': 'b2', 'name': 'B', 'components': {'assignment': {'division_id': 7}}}")))
                .pack()
                .tree();

        assertThat(pack.at("/capabilities/0/handover"))
                .isEqualTo(Trees.json("{'when': 'Percakapan sudah sampai di langkah A', 'division': 'Sales'}"));
        assertThat(pack.at("/routing/rules"))
                .isEqualTo(
                        Trees.json(
                                """
                                [{'rule_id': 'r1', 'scope': 'capability', 'capability_id': 'cek_pesanan', 'priority': 1,
                                  'when': 'Percakapan sudah sampai di langkah B',
                                  'then': {'type': 'handover', 'division': '7'}}]"""));
    }

    @Test
    void secondDefaultIsAnInputLikeAnyOther() {
        Mapped mapped = Trees.mapped(
                Trees.around(
                        """
                {'id': 'r', 'children': [
                  {'id': 'a', 'is_default': true, 'children': [{'id': 'x', 'content': {'content_text': 'x'}}]},
                  {'id': 'b', 'is_default': true, 'input': 'Lain', 'children': [
                    {'id': 'y', 'content': {'content_text': 'y'}}]}]}"""));

        assertThat(remarks(mapped)).isEqualTo(Map.of("b", List.of(Remark.SECOND_DEFAULT)));
        assertThat(mapped.pack().tree().at("/routing/fallback/capability_id").asText())
                .isEqualTo("topik_1");
        assertThat(mapped.pack().tree().at("/routing/rules/0/when").asText())
                .isEqualTo("Pelanggan memilih atau menulis: Lain");
    }

    @Test
    void treeWithoutADefaultHandsOver() {
        Mapped mapped =
                Trees.mapped(Trees.around("{'id': 'r', 'children': [{'id': 'i', 'input': 'x', 'children': []}]}"));

        assertThat(remarks(mapped))
                .isEqualTo(Map.of("r", List.of(Remark.NO_DEFAULT), "i", List.of(Remark.LEADS_NOWHERE)));
        assertThat(mapped.pack().tree().at("/routing/fallback")).isEqualTo(Trees.json("{'type': 'handover'}"));
    }

    @Test
    void whatOneCapabilityCannotHoldGoesOnInAnother() {
        Mapped mapped = Trees.mapped(Trees.chain(200));
        JsonNode pack = mapped.pack().tree();

        assertThat(pack.path("capabilities")).hasSize(2);
        assertThat(pack.at("/capabilities/0/checkpoints")).hasSize(50);
        assertThat(pack.at("/capabilities/1/checkpoints")).hasSize(49);
        assertThat(pack.at("/capabilities/1/name").asText()).isEqualTo("Level 2 (lanjutan 2)");
        assertThat(pack.at("/routing/rules/1"))
                .isEqualTo(
                        Trees.json(
                                """
                                {'rule_id': 'r2', 'scope': 'capability', 'capability_id': 'level_2', 'priority': 2,
                                 'when': 'Setelah langkah Level 101: Pelanggan memilih atau menulis: Level 102',
                                 'then': {'type': 'capability', 'capability_id': 'level_2_lanjutan_2'}}"""));
        assertThat(remarks(mapped))
                .isEqualTo(Map.of(
                        "n1", List.of(Remark.NO_DEFAULT),
                        "n102", List.of(Remark.CONTINUED),
                        "n200", List.of(Remark.LEADS_NOWHERE)));
    }

    @Test
    void whatIsOnlyForTheAgentIsNotSaidToCustomers() {
        Mapped mapped = Trees.mapped(Trees.around("{'id': 'r', 'content': {'content_text': 'Halo'}, 'interactive':"
                + " {'buttons': [{'title': 'Cek pesanan'}, {'title': 'Komplain'}]}, 'components': {'api': true}}"));

        assertThat(mapped.pack().tree().at("/profile/greeting").asText()).isEqualTo("Halo");
        assertThat(mapped.pack().tree().at("/profile/instructions").asText())
                .startsWith("Pilihan untuk pelanggan: Cek pesanan, Komplain\n\n")
                .endsWith("Jangan menjanjikan hasilnya.");
        assertThat(remarks(mapped)).isEqualTo(Map.of("r", List.of(Remark.CHOICES, Remark.API)));
    }

    @Test
    void moreAnswersThanACapabilityHoldsGoOnInAnother() {
        StringBuilder responses = new StringBuilder();
        for (int number = 1; number <= 120; number++) {
            responses.append("%s{'id': 'b%d', 'name': 'Langkah %d', 'content': {'content_text': 'x'}}"
                    .formatted(number == 1 ? "" : ", ", number, number));
        }
        Mapped mapped = Trees.mapped(Trees.around(WITH.formatted(responses)));

        assertThat(mapped.pack().tree().path("capabilities"))
                .extracting(capability -> capability.path("checkpoints").size())
                .containsExactly(50, 50, 20);
        assertThat(mapped.pack().tree().at("/routing/rules").findValuesAsText("when"))
                .contains("Setelah langkah Langkah 50: Pesan di langkah ini sudah disampaikan");
        assertThat(mapped.inexact()).noneMatch(mapped::isLeftOut);
        assertThat(remarks(mapped))
                .containsEntry("b50", List.of(Remark.IN_SEQUENCE, Remark.CONTINUED))
                .containsEntry("b100", List.of(Remark.IN_SEQUENCE, Remark.CONTINUED))
                .doesNotContainKey("b51");
    }

    @Test
    void topicsThatDoNotFitAreLeftOutWithAllBelowThem() {
        ObjectNode diagram = Trees.around("{'id': 'r', 'children': []}");
        ArrayNode children = diagram.withArray("/tree/children");
        for (int number = 1; number <= 52; number++) {
            ObjectNode input = children.addObject().put("id", "i" + number).put("input", "Sama");
            input.putArray("children")
                    .addObject()
                    .put("id", "b" + number)
                    .putObject("content")
                    .put("content_text", "x");
        }
        Mapped mapped = Trees.mapped(diagram);

        assertThat(mapped.pack().tree().path("capabilities")).hasSize(50);
        assertThat(mapped.pack().tree().at("/capabilities/49/capability_id").asText())
                .isEqualTo("sama_50");
        assertThat(remarks(mapped))
                .isEqualTo(Map.of(
                        "r", List.of(Remark.NO_DEFAULT),
                        "i51", List.of(Remark.TOO_MANY_CAPABILITIES),
                        "i52", List.of(Remark.TOO_MANY_CAPABILITIES),
                        "b51", List.of(Remark.ABOVE_LEFT_OUT),
                        "b52", List.of(Remark.ABOVE_LEFT_OUT)));
    }

    private static Map<String, List<Remark>> remarks(Mapped mapped) {
        Map<String, List<Remark>> remarks = new LinkedHashMap<>();
        mapped.inexact()
                .forEach(node -> remarks.put(
                        node.id(),
                        mapped.account().of(node).stream()
                                .map(Account.Note::remark)
                                .toList()));
        return remarks;
    }
}
