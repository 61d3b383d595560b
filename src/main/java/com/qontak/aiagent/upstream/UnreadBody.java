package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The body of an answer as it came. Whoever knows these bytes already need not read them.
 *
 * @param <P> its shape
 */
public final class UnreadBody<P> {

    private final byte[] bytes;
    private final Class<P> payload;
    private final ObjectMapper json;

    UnreadBody(byte[] bytes, Class<P> payload, ObjectMapper json) {
        this.bytes = bytes;
        this.payload = payload;
        this.json = json;
    }

    /** @return the bytes; not to be changed */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * @return the body as its shape
     * @throws RuntimeException if it is not a JSON object of that shape
     */
    public P read() {
        return read(bytes, payload);
    }

    /**
     * The same for a part of it.
     *
     * @param part JSON
     * @param shape the shape of that part
     * @param <T> that shape
     * @return the part as that shape
     * @throws RuntimeException if it is not a JSON object of that shape
     */
    public <T> T read(byte[] part, Class<T> shape) {
        try {
            T read = json.readValue(part, shape);
            if (read == null) {
                throw new IllegalArgumentException("null is no object");
            }
            return read;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
