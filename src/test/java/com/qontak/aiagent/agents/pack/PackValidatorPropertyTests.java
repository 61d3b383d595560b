package com.qontak.aiagent.agents.pack;

import static com.qontak.aiagent.agents.pack.Packs.codesAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.qontak.aiagent.web.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackValidatorPropertyTests {

    private static final PackContext EVERYTHING_KNOWN = PackContext.at("/capability_pack")
            .withActions(new KnownActions(Map.of("create_ticket", Set.of("subject"))))
            .withResourceIds(Set.of("doc_1", "DOC-2"));

    private static final PackSchema SCHEMA = new PackSchema();
    private static final Schema PUBLISHED = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA.json());

    private final PackValidator validator = Packs.validator();

    @Property(tries = 300)
    void validPackHasNoError(@ForAll("packs") ObjectNode pack) {
        assertThat(errors(pack)).isEmpty();
    }

    @Property(tries = 200)
    void validationLeavesThePackAlone(@ForAll("damagedPacks") ObjectNode pack) {
        ObjectNode before = pack.deepCopy();

        PackReport report = validator.validate(pack, EVERYTHING_KNOWN);

        assertThat(report.canonicalPack()).isEqualTo(before).isEqualTo(pack);
    }

    @Property(tries = 500)
    void anyJsonIsAnsweredWithFindingsInsideThePack(@ForAll("anyJson") JsonNode json) {
        PackReport report = validator.validate(json, EVERYTHING_KNOWN);

        assertThat(report.valid()).isFalse();
        assertThat(report.findings()).allMatch(finding -> finding.pointer().startsWith("/capability_pack"));
    }

    @Property(tries = 1000)
    void damagedPackIsJudgedWithoutFailing(@ForAll("damagedPacks") ObjectNode pack) {
        PackReport report = validator.validate(pack, EVERYTHING_KNOWN);

        assertThat(report.findings())
                .isEqualTo(validator.validate(pack, EVERYTHING_KNOWN).findings());
        assertThat(report.findings()).allMatch(finding -> finding.pointer().startsWith("/capability_pack"));
    }

    @Property(tries = 500)
    void singleMistakeIsFoundAtItsPlace(@ForAll("filledPacks") ObjectNode pack, @ForAll Mistake mistake) {
        String expected = mistake.make(pack);

        assertThat(codesAt(errors(pack))).containsExactly(expected);
    }

    @Property(tries = 300)
    void schemaAsPublishedFindsTheSame(@ForAll("damagedPacks") ObjectNode pack) {
        Findings findings = new Findings("", null);
        SCHEMA.check(Place.root("", pack), findings);

        List<Error> published = PUBLISHED.validate(pack);

        assertThat(findings.all())
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrderElementsOf(published.stream()
                        .map(error -> error.getInstanceLocation()
                                + (error.getKeyword().equals("required") ? "/" + error.getProperty() : ""))
                        .toList());
    }

    @Property(tries = 100)
    void sectionsTogetherSayWhatTheWholeSays(@ForAll("damagedPacks") ObjectNode pack, @ForAll PackSection section) {
        List<Finding> all = validator.validate(pack, EVERYTHING_KNOWN).findings();

        assertThat(validator.validate(pack, EVERYTHING_KNOWN.only(section)).findings())
                .containsExactlyElementsOf(all.stream()
                        .filter(finding -> finding.pointer().equals("/capability_pack")
                                || (finding.pointer() + "/").startsWith("/capability_pack/" + section.field() + "/"))
                        .toList());
    }

    @Provide
    Arbitrary<ObjectNode> packs() {
        return PackArbitraries.packs();
    }

    @Provide
    Arbitrary<ObjectNode> filledPacks() {
        return PackArbitraries.filledPacks();
    }

    @Provide
    Arbitrary<ObjectNode> damagedPacks() {
        return PackArbitraries.damagedPacks();
    }

    @Provide
    Arbitrary<JsonNode> anyJson() {
        return PackArbitraries.anyJson();
    }

    private List<Finding> errors(JsonNode pack) {
        return validator.validate(pack, EVERYTHING_KNOWN).findings().stream()
                .filter(Finding::isError)
                .toList();
    }

    /** Makes one mistake in a filled pack, and tells the code and the place by which it is to be found. */
    enum Mistake {
        REPEATED_CAPABILITY(pack -> "duplicate_id " + repeatLast(pack, "/capabilities") + "/capability_id"),
        REPEATED_CHECKPOINT(
                pack -> "duplicate_id " + repeatLast(pack, "/capabilities/1/checkpoints") + "/checkpoint_id"),
        REPEATED_VALUE(pack -> "duplicate_id " + repeatLast(pack, "/capabilities/1/checkpoints/0/collect") + "/name"),
        REPEATED_RULE(pack -> {
            String copy = repeatLast(pack, "/routing/rules");
            Packs.set(pack, copy.substring("/capability_pack".length()) + "/priority", "99");
            return "duplicate_id " + copy + "/rule_id";
        }),
        TIED_RULES(pack -> {
            String copy = repeatLast(pack, "/routing/rules");
            Packs.set(pack, copy.substring("/capability_pack".length()) + "/rule_id", "'other'");
            return "priority_tie " + copy + "/priority";
        }),
        UNKNOWN_ENTRY(pack -> put(pack, "/routing/entry_capability_id", "'nowhere'", "unknown_capability")),
        UNKNOWN_FALLBACK(pack -> {
            Packs.set(pack, "/routing/fallback", "{'type': 'capability', 'capability_id': 'nowhere'}");
            return "unknown_capability /capability_pack/routing/fallback/capability_id";
        }),
        UNKNOWN_CHECKPOINT(pack -> {
            Packs.set(pack, "/capabilities/1/checkpoints/1/next", "[{'when': 'it rains', 'go_to': 'nowhere'}]");
            return "unknown_checkpoint /capability_pack/capabilities/1/checkpoints/1/next/0/go_to";
        }),
        UNKNOWN_ACTION(pack -> {
            Packs.set(pack, "/capabilities/0/checkpoints/1/actions", "[{'action_id': 'fly'}]");
            return "unknown_action /capability_pack/capabilities/0/checkpoints/1/actions/0/action_id";
        }),
        MISSING_INPUT(pack -> {
            Packs.set(pack, "/capabilities/0/checkpoints/1/actions", "[{'action_id': 'create_ticket', 'inputs': {}}]");
            return "missing_action_input /capability_pack/capabilities/0/checkpoints/1/actions/0/inputs/subject";
        }),
        UNKNOWN_RESOURCE(pack -> {
            Packs.set(pack, "/capabilities/0/resource_ids", "['doc_1', 'doc_9']");
            return "unknown_resource /capability_pack/capabilities/0/resource_ids/1";
        }),
        UNBOUND_VARIABLE(
                pack -> put(pack, "/capabilities/1/checkpoints/0/name", "'Say {{ nothing }}'", "unbound_variable")),
        WRONG_VERSION(pack -> put(pack, "/schema_version", "2", "invalid_format")),
        NO_NAME(pack -> {
            Packs.remove(pack, "/profile/name");
            return "required /capability_pack/profile/name";
        }),
        LONG_NAME(pack -> put(pack, "/profile/name", "'" + "n".repeat(121) + "'", "too_long")),
        LONG_TEXT(pack -> put(pack, "/profile/tone", "'" + "n".repeat(10_001) + "'", "too_long")),
        WRONG_TYPE(pack -> put(pack, "/capabilities/0/when_to_use", "3", "invalid_format"));

        private final Function<ObjectNode, String> mistake;

        Mistake(Function<ObjectNode, String> mistake) {
            this.mistake = mistake;
        }

        private String make(ObjectNode pack) {
            return mistake.apply(pack);
        }

        private static String put(ObjectNode pack, String pointer, String value, String code) {
            Packs.set(pack, pointer, value);
            return code + " /capability_pack" + pointer;
        }

        private static String repeatLast(ObjectNode pack, String pointer) {
            ArrayNode list = (ArrayNode) pack.at(pointer);
            list.add(list.get(list.size() - 1).deepCopy());
            return "/capability_pack" + pointer + "/" + (list.size() - 1);
        }
    }
}
