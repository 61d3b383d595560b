package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The size of a pack, measured as the compact JSON it is sent upstream in. */
final class PackSize {

    /** 1 MiB. */
    static final int MOST_BYTES = 1024 * 1024;

    /** Far deeper than any pack, and far from where a parser gives up. */
    static final int MOST_LEVELS = 100;

    /** The most a pointer into a pack may have: each finding carries one, and long ones would add up. */
    static final int LONGEST_POINTER = 500;

    /** A few characters can stand for a number of a billion digits, which whoever writes it out runs out of memory for. */
    static final int MOST_DIGITS = 1_000;

    private static final long UNKNOWN = Integer.MAX_VALUE;

    private static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .build())
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .build();

    private PackSize() {}

    /** Adds a finding for a pack that is too large, too deep or too wordy; returns whether to look at it further. */
    static boolean check(Place pack, Findings findings) {
        if (mostBytes(pack.node(), MOST_LEVELS) > MOST_BYTES && !fits(pack, findings)) {
            return false;
        }
        if (isPointerLongerThan(LONGEST_POINTER, pack.node())) {
            findings.add(PackFinding.NAMES_TOO_LONG, pack, LONGEST_POINTER);
            return false;
        }
        if (hasEndlessNumber(pack.node())) {
            findings.add(PackFinding.ENDLESS_NUMBER, pack, MOST_DIGITS);
            return false;
        }
        return true;
    }

    private static boolean fits(Place pack, Findings findings) {
        ByteCount bytes = new ByteCount();
        try (JsonGenerator generator = MAPPER.createGenerator(bytes)) {
            MAPPER.writeTree(generator, pack.node());
        } catch (StreamConstraintsException e) {
            findings.add(PackFinding.NESTED_TOO_DEEPLY, pack, MOST_LEVELS);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.count > MOST_BYTES) {
            findings.add(PackFinding.PACK_TOO_LARGE, pack);
            return false;
        }
        return true;
    }

    // An upper bound that is had without writing: most packs are far below the limit.
    private static long mostBytes(JsonNode node, int levels) {
        return switch (node.getNodeType()) {
            case OBJECT, ARRAY -> levels == 0 ? UNKNOWN : mostBytesInside(node, levels - 1);
            case STRING -> mostBytes(node.textValue());
            case NUMBER -> node.isBigDecimal() || node.isBigInteger() ? UNKNOWN : 32;
            case BOOLEAN, NULL, MISSING -> 8;
            case BINARY, POJO -> UNKNOWN;
        };
    }

    private static long mostBytesInside(JsonNode container, int levels) {
        long bytes = 2;
        if (container.isArray()) {
            for (JsonNode item : container) {
                bytes += mostBytes(item, levels) + 1;
            }
        }
        for (Map.Entry<String, JsonNode> field : container.properties()) {
            bytes += mostBytes(field.getKey()) + mostBytes(field.getValue(), levels) + 2;
        }
        return bytes;
    }

    // A character takes six bytes at most, as an escape.
    private static long mostBytes(String text) {
        return 6L * text.length() + 2;
    }

    private static boolean hasEndlessNumber(JsonNode node) {
        if (node.isValueNode()) {
            return node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MOST_DIGITS;
        }
        for (JsonNode inside : node) {
            if (hasEndlessNumber(inside)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pointer to something inside has more characters; for what is no deeper than the levels counted before. */
    static boolean isPointerLongerThan(int longest, JsonNode node) {
        if (longest < 0) {
            return true;
        }
        if (node.isArray()) {
            int rest = longest - 1 - Integer.toString(node.size()).length();
            for (JsonNode item : node) {
                if (isPointerLongerThan(rest, item)) {
                    return true;
                }
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isPointerLongerThan(longest - 1 - field.getKey().length(), field.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static final class ByteCount extends OutputStream {

        private long count;

        @Override
        public void write(int oneByte) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
