package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Bodies as they come from an upstream, without one. */
public final class UnreadBodies {

    private UnreadBodies() {}

    public static <P> UnreadBody<P> of(byte[] bytes, Class<P> payload, ObjectMapper json) {
        return new UnreadBody<>(bytes, payload, json);
    }
}
