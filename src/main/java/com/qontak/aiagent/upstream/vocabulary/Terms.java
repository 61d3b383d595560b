package com.qontak.aiagent.upstream.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one table between the two vocabularies; both directions are derived from it.
 * <p>Translating <em>swaps</em> the two words of a row. A swap is its own inverse, so translating there and back gives
 * exactly what went in, whatever else a pack contains: even a field that an upstream adds under a public word.
 */
final class Terms {

    /** One row: a public word, and the upstream word for it. */
    record Term(String publicWord, String upstreamWord) {}

    /** Names of fields inside a pack. */
    static final List<Term> FIELDS = List.of(
            new Term("capability_pack", "skill_pack"),
            new Term("capabilities", "skills"),
            new Term("capability", "skill"),
            new Term("capability_id", "skill_id"),
            new Term("capability_ids", "skill_ids"),
            new Term("entry_capability_id", "entry_skill_id"),
            new Term("checkpoints", "milestones"),
            new Term("checkpoint", "milestone"),
            new Term("checkpoint_id", "milestone_id"),
            new Term("handover", "performance_exit"),
            new Term("engine_tier", "model_tier"),
            new Term("resource_id", "document_id"),
            new Term("resource_ids", "document_ids"));

    /** Names of fields around a pack, which a pack itself may use for something else. */
    static final List<Term> ENVELOPE = List.of(new Term("ai_agent_uuid", "agent_id"));

    /** Values of {@code then.type} and {@code fallback.type}. */
    static final List<Term> VALUES = List.of(
            new Term("capability", "skill"),
            new Term("handover", "performance_exit"),
            new Term("checkpoint", "milestone"));

    /** Words customers used before today's: accepted on input, answered in today's. */
    static final Set<String> FORMER_PUBLIC_WORDS =
            Set.of("milestones", "milestone", "milestone_id", "performance_exit", "model_tier");

    /** Upstream words that customers never had: refused on input, so that they are never answered. */
    static final Set<String> RESERVED_WORDS =
            Set.of("skill_pack", "skills", "skill", "skill_id", "skill_ids", "entry_skill_id");

    static final Map<String, String> FIELD_SWAP = swap(FIELDS);
    static final Map<String, String> VALUE_SWAP = swap(VALUES);

    /** From an upstream word to the public one, over all tables. */
    static final Map<String, String> TO_PUBLIC = Stream.of(FIELDS, ENVELOPE)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Term::upstreamWord, Term::publicWord));

    private Terms() {}

    private static Map<String, String> swap(List<Term> terms) {
        Map<String, String> words = new HashMap<>();
        terms.forEach(term -> {
            words.put(term.publicWord(), term.upstreamWord());
            words.put(term.upstreamWord(), term.publicWord());
        });
        return Map.copyOf(words);
    }
}
