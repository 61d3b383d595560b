package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.PackVocabulary.Canonical;
import com.qontak.aiagent.web.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The one way a pack is validated, wherever it comes from: put into today's words, measured, held against the schema,
 * and then against the rules a schema cannot express. Rules run on whatever can be read, so that everything wrong is
 * reported at once.
 * <p>It takes time linear in the size of the pack, changes nothing, and can be shared between threads.
 */
@Component
public final class PackValidator {

    private static final List<PackRule> RULES = List.of(
            new UniqueIds(),
            new KnownReferences(),
            new DistinctPriorities(),
            new BoundVariables(),
            new ReachableCapabilities(),
            new CheckpointFlow(),
            new Handovers(),
            new FilledCapabilities(),
            new Conditions());

    private final PackSchema schema;
    private final PackVocabulary vocabulary;

    /**
     * @param schema the shape of a pack
     * @param vocabulary the older words a pack may be written in
     */
    public PackValidator(PackSchema schema, PackVocabulary vocabulary) {
        this.schema = schema;
        this.vocabulary = vocabulary;
    }

    /**
     * @param pack any JSON; left unchanged
     * @param context where the pack stands and what it is validated against
     * @return the pack in today's words and everything found; it never fails, whatever is given. A pack of more than
     *     1 MiB, or nested more than 100 levels deep, or with names so long that a pointer has more than 500
     *     characters, or with a number of more than 1 000 digits, is refused without a further look.
     */
    public PackReport validate(JsonNode pack, PackContext context) {
        Findings findings = new Findings(context.pointer(), context.section().orElse(null));
        Place given = Place.root(context.pointer(), pack);
        if (!PackSize.check(given, findings)) {
            return new PackReport(pack instanceof ObjectNode tree ? tree : null, findings.all());
        }
        Canonical canonical = vocabulary.canonicalize(pack, context.pointer());
        canonical.findings().forEach(findings::add);
        schema.check(Place.root(context.pointer(), canonical.pack()), findings);
        if (!(canonical.pack() instanceof ObjectNode tree)) {
            return new PackReport(null, findings.all());
        }
        PackOutline outline = new CapabilityPack(tree).outline(context.pointer());
        rules(context).forEach(rule -> rule.check(outline, findings));
        return new PackReport(tree, findings.all());
    }

    /**
     * @param part a pack or a part of one, before anything is read of it
     * @param pointer RFC 6901 pointer to where it stands in the request body
     * @return why it is refused without a further look; empty when it is not
     */
    public static List<Finding> unreadable(JsonNode part, String pointer) {
        Findings findings = new Findings(pointer, null);
        PackSize.check(Place.root(pointer, part), findings);
        return findings.all();
    }

    private static List<PackRule> rules(PackContext context) {
        List<PackRule> rules = new ArrayList<>(RULES);
        context.actions().map(UsableActions::new).ifPresent(rules::add);
        context.resourceIds().map(KnownResources::new).ifPresent(rules::add);
        return rules;
    }
}
