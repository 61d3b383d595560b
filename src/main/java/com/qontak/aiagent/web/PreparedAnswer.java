package com.qontak.aiagent.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document ready to be sent, for a handler that answers a {@code Mono} of it. A caller who names its entity tag in
 * {@code If-None-Match} is answered 304 instead.
 *
 * @param entityTag with its quotes; null for what has no versions
 * @param body JSON in UTF-8; not changed from now on
 */
@Hidden
public record PreparedAnswer(@Nullable String entityTag, byte[] body) {

    /**
     * @param body JSON in UTF-8; not changed from now on
     * @return an answer without an entity tag
     */
    public static PreparedAnswer untagged(byte[] body) {
        return new PreparedAnswer(null, body);
    }
}
