package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.agents.pack.JsonScanner.NotAsExpected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a pack and its capabilities stand in a JSON document, by bytes. With it, a document that differs from a known
 * one inside of a few capabilities is compared part by part, and only those parts have to be read.
 */
public final class PackLayout {

    private final byte[] packField;
    private final Span pack;
    private final List<Span> capabilities;

    private PackLayout(byte[] packField, Span pack, List<Span> capabilities) {
        this.packField = packField;
        this.pack = pack;
        this.capabilities = List.copyOf(capabilities);
    }

    /**
     * @param document a well-formed JSON document
     * @param packField the name of the field of the document that holds the pack
     * @param capabilitiesField the name of the field of the pack that lists the capabilities
     * @return where they stand; empty when they do not stand there once, or when the names need a closer look
     */
    public static Optional<PackLayout> of(byte[] document, String packField, String capabilitiesField) {
        byte[] outer = packField.getBytes(StandardCharsets.US_ASCII);
        byte[] inner = capabilitiesField.getBytes(StandardCharsets.US_ASCII);
        List<Span> capabilities = new ArrayList<>();
        return in(document, outer, scanner -> fieldOnce(scanner, inner, list -> items(list, capabilities)))
                .map(pack -> new PackLayout(outer, pack, capabilities));
    }

    /**
     * @param known the document of this layout
     * @param other any bytes
     * @return the layout of the other document, if it differs from the known one in what is around the pack and inside of
     *     capabilities and nowhere else, so that it is well formed when these parts are; empty if not
     */
    public Optional<PackLayout> follow(byte[] known, byte[] other) {
        List<Span> followed = new ArrayList<>(capabilities.size());
        return in(other, packField, scanner -> follow(known, scanner, followed))
                .map(span -> new PackLayout(packField, span, followed));
    }

    /**
     * @param document a well-formed JSON object
     * @param field the name of one of its fields
     * @return where the value of that field stands; empty when it does not stand there once
     */
    public static Optional<Span> field(byte[] document, String field) {
        return in(document, field.getBytes(StandardCharsets.US_ASCII), JsonScanner::value);
    }

    /**
     * @param document the document of this layout
     * @param head what shall stand before the pack
     * @param changed what shall stand in the place of capabilities, by their place from 0
     * @return a document in which it does, everything else being as it was
     */
    public Written write(byte[] document, byte[] head, Map<Integer, byte[]> changed) {
        ByteArrayOutputStream written = new ByteArrayOutputStream(document.length + head.length);
        written.writeBytes(head);
        List<Span> moved = new ArrayList<>(capabilities.size());
        int reached = pack.from();
        for (int index = 0; index < capabilities.size(); index++) {
            Span was = capabilities.get(index);
            written.write(document, reached, was.from() - reached);
            int from = written.size();
            byte[] other = changed.get(index);
            if (other == null) {
                written.write(document, was.from(), was.length());
            } else {
                written.writeBytes(other);
            }
            moved.add(new Span(from, written.size()));
            reached = was.to();
        }
        written.write(document, reached, pack.to() - reached);
        Span movedPack = new Span(head.length, written.size());
        written.write(document, pack.to(), document.length - pack.to());
        return new Written(written.toByteArray(), new PackLayout(packField, movedPack, moved));
    }

    /** @return where the pack stands */
    public Span pack() {
        return pack;
    }

    /** @return where each capability stands, in their order */
    public List<Span> capabilities() {
        return capabilities;
    }

    private void follow(byte[] known, JsonScanner scanner, List<Span> followed) {
        int reached = pack.from();
        for (Span capability : capabilities) {
            same(known, reached, capability.from(), scanner);
            int from = scanner.at();
            if (!scanner.skip(known, capability.from(), capability.to())) {
                object(scanner);
            }
            followed.add(new Span(from, scanner.at()));
            reached = capability.to();
        }
        same(known, reached, pack.to(), scanner);
    }

    private static void same(byte[] known, int from, int to, JsonScanner scanner) {
        if (!scanner.skip(known, from, to)) {
            throw new NotAsExpected();
        }
    }

    private static Optional<Span> in(byte[] document, byte[] packField, Step inside) {
        JsonScanner scanner = new JsonScanner(document);
        try {
            return Optional.of(fieldOnce(scanner, packField, inside));
        } catch (NotAsExpected unusual) {
            return Optional.empty();
        }
    }

    /** Steps over an object in which a field stands once; returns where the value of that field does. */
    private static Span fieldOnce(JsonScanner scanner, byte[] name, Step inside) {
        Span found = null;
        scanner.expect('{');
        do {
            if (!scanner.isField(name)) {
                scanner.value();
            } else if (found == null) {
                int from = scanner.at();
                inside.over(scanner);
                found = new Span(from, scanner.at());
            } else {
                throw new NotAsExpected();
            }
        } while (scanner.skip(','));
        scanner.expect('}');
        if (found == null) {
            throw new NotAsExpected();
        }
        return found;
    }

    private static void items(JsonScanner scanner, List<Span> items) {
        scanner.expect('[');
        if (scanner.skip(']')) {
            return;
        }
        do {
            items.add(object(scanner));
        } while (scanner.skip(','));
        scanner.expect(']');
    }

    private static Span object(JsonScanner scanner) {
        if (!scanner.isAtObject()) {
            throw new NotAsExpected();
        }
        int from = scanner.at();
        scanner.value();
        return new Span(from, scanner.at());
    }

    /**
     * A document that was made of another.
     *
     * @param document JSON, when that other and what was put into it are
     * @param layout its layout
     */
    public record Written(byte[] document, PackLayout layout) {}

    private interface Step {
        void over(JsonScanner scanner);
    }

    /**
     * A part of a document.
     *
     * @param from the first byte
     * @param to the byte behind the last
     */
    public record Span(int from, int to) {

        /** @return how many bytes there are */
        public int length() {
            return to - from;
        }

        /**
         * @param document the document
         * @return a copy of this part of it
         */
        public byte[] of(byte[] document) {
            return Arrays.copyOfRange(document, from, to);
        }
    }
}
