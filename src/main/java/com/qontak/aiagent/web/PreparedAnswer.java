package com.qontak.aiagent.web;

import io.swagger.v3.oas.annotations.Hidden;

/**
 * A JSON document ready to be sent, for a handler of {@code GET} that answers a {@code Mono} of it. A caller who names
 * its entity tag in {@code If-None-Match} is answered 304 instead.
 *
 * @param entityTag with its quotes
 * @param body JSON in UTF-8; not changed from now on
 */
@Hidden
public record PreparedAnswer(String entityTag, byte[] body) {}
