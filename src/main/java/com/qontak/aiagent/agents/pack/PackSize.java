package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The size of a pack, measured as the compact JSON it is sent upstream in. */
final class PackSize {

    /** 1 MiB. */
    static final int MOST_BYTES = 1024 * 1024;

    /** Far deeper than any pack, and far from where a parser gives up. */
    static final int MOST_LEVELS = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .build())
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .build();

    private PackSize() {}

    /** Adds a finding for a pack that is too large or too deep; returns whether it may be looked at further. */
    static boolean check(Place pack, Findings findings) {
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
        }
        return true;
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
