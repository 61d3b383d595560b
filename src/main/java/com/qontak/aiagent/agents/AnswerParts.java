package com.qontak.aiagent.agents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.pack.CapabilityBonds;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.agents.pack.PackLayout;
import com.qontak.aiagent.agents.pack.PackReport;
import com.qontak.aiagent.web.Finding;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The answer of an agent in parts: where each capability stands in it, and what the rest of the pack goes by in that
 * capability. So one capability is replaced without a look at the rest, if it leaves the rest as it is.
 */
final class AnswerParts {

    private static final String PACK = "capability_pack";
    private static final String CAPABILITIES = "/" + PACK + "/capabilities/";

    private static final int BYTES_A_CAPABILITY = 250;
    private static final int BYTES_A_NAME = 100;

    private final byte[] body;
    private final Supplier<Optional<PackLayout>> layout;
    private final List<CapabilityBonds> bonds;
    private final BitSet flawed;

    private AnswerParts(
            byte[] body, Supplier<Optional<PackLayout>> layout, List<CapabilityBonds> bonds, BitSet flawed) {
        this.body = body;
        this.layout = layout;
        this.bonds = bonds;
        this.flawed = flawed;
    }

    /**
     * @param body an agent as it is answered
     * @param pack its pack
     * @param report what was found in that
     * @return its parts; empty for a pack with errors, of which not all may have been looked at
     */
    static Optional<AnswerParts> of(byte[] body, CapabilityPack pack, PackReport report) {
        if (!report.valid()) {
            return Optional.empty();
        }
        BitSet flawed = new BitSet();
        for (Finding finding : report.findings()) {
            if (finding.pointer().startsWith(CAPABILITIES)) {
                flawed.set(index(finding.pointer()));
            }
        }
        // Looked for when the first edit comes, which most agents never have here.
        Supplier<Optional<PackLayout>> layout = SingletonSupplier.of(() -> PackLayout.of(body, PACK, "capabilities"));
        return Optional.of(new AnswerParts(body, layout, CapabilityBonds.of(pack), flawed));
    }

    /**
     * Whether there is nothing to say of a capability, and another one in its place leaves whatever there is to say of the
     * rest as it is.
     */
    boolean canReplace(int index, ObjectNode capability) {
        return !flawed.get(index) && CapabilityBonds.of(capability).equals(bonds.get(index));
    }

    /** The names of the values that all capabilities but this one collect. */
    Set<String> collectedElsewhere(int index) {
        Set<String> names = new HashSet<>();
        for (int other = 0; other < bonds.size(); other++) {
            if (other != index) {
                names.addAll(bonds.get(other).collected());
            }
        }
        return names;
    }

    /**
     * @param agent an agent as it is answered, with any pack
     * @param capabilities capabilities that can be replaced, as JSON, by their place in the pack from 0
     * @return that agent with this pack and these capabilities in it; empty when the places of these are not plain
     */
    Optional<AnswerParts> with(byte[] agent, Map<Integer, byte[]> capabilities) {
        int head = PackLayout.field(agent, PACK).orElseThrow().from();
        return layout.get()
                .map(places -> places.write(body, new PackLayout.Span(0, head).of(agent), capabilities))
                .map(written ->
                        new AnswerParts(written.document(), () -> Optional.of(written.layout()), bonds, flawed));
    }

    /** The answer as a whole; not to be changed. */
    byte[] body() {
        return body;
    }

    /** About how many bytes it takes beside the answer. */
    int weight() {
        int names = bonds.stream().mapToInt(bond -> bond.collected().size()).sum();
        return bonds.size() * BYTES_A_CAPABILITY + names * BYTES_A_NAME;
    }

    private static int index(String pointer) {
        int end = pointer.indexOf('/', CAPABILITIES.length());
        return Integer.parseInt(pointer.substring(CAPABILITIES.length(), end < 0 ? pointer.length() : end));
    }
}
