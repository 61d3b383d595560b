package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Packs, and what is nearly or not at all a pack, for property tests. */
public final class PackArbitraries {

    private PackArbitraries() {}

    /** Valid packs, from the emptiest on, with unknown fields anywhere and any text. */
    public static Arbitrary<ObjectNode> packs() {
        return Arbitraries.randomValue(random -> new PackGenerator(random).pack(0));
    }

    /** Valid packs with at least two of everything: capabilities, checkpoints in each of them, and rules. */
    public static Arbitrary<ObjectNode> filledPacks() {
        return Arbitraries.randomValue(random -> new PackGenerator(random).pack(2));
    }

    /** Packs in which a few places, chosen by chance, hold any JSON instead. */
    public static Arbitrary<ObjectNode> damagedPacks() {
        return Arbitraries.randomValue(PackArbitraries::damaged);
    }

    /** A valid pack and another that was made from it by edits, or that has nothing to do with it; valid as well. */
    public static Arbitrary<List<ObjectNode>> pairs() {
        PackValidator validator = Packs.validator();
        return Arbitraries.randomValue(PackArbitraries::pair).filter(pair -> pair.stream()
                .allMatch(pack -> validator.validate(pack, PackContext.at("")).valid()));
    }

    private static List<ObjectNode> pair(Random random) {
        PackEdits edits = new PackEdits(random);
        ObjectNode current = edits.edited(new PackGenerator(random).pack(random.nextInt(3)));
        ObjectNode proposed = random.nextInt(4) == 0 ? new PackGenerator(random).pack(0) : edits.edited(current);
        return List.of(current, proposed);
    }

    /** Any JSON, up to six levels deep. */
    public static Arbitrary<JsonNode> anyJson() {
        return Arbitraries.randomValue(random -> new PackGenerator(random).json(6));
    }

    private static ObjectNode damaged(Random random) {
        PackGenerator generator = new PackGenerator(random);
        ObjectNode pack = generator.pack(1);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            replace(pack, generator.oneOf(pointers(pack)), generator.json(3));
        }
        return pack;
    }

    /** The pointers of everything inside a pack, the nearest first. */
    static List<JsonPointer> pointers(JsonNode pack) {
        List<JsonPointer> pointers = new ArrayList<>(List.of(JsonPointer.empty()));
        for (int next = 0; next < pointers.size(); next++) {
            JsonPointer pointer = pointers.get(next);
            JsonNode node = pack.at(pointer);
            node.fieldNames().forEachRemaining(field -> pointers.add(pointer.appendProperty(field)));
            for (int index = 0; node.isArray() && index < node.size(); index++) {
                pointers.add(pointer.appendIndex(index));
            }
        }
        return pointers.subList(1, pointers.size());
    }

    private static void replace(ObjectNode pack, JsonPointer pointer, JsonNode value) {
        JsonNode parent = pack.at(pointer.head());
        if (parent instanceof ArrayNode list) {
            list.set(pointer.last().getMatchingIndex(), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), value);
        }
    }
}
