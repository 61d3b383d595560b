package com.qontak.aiagent.web.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler method whose answer has a JSON body and that honours {@code Idempotency-Key}: 1 to 255 visible ASCII
 * characters (else 400), kept for 24 hours for each organization, whoever of it calls, on all instances.
 * <ul>
 *   <li>The same method, path and body again: the first answer's status, {@code ETag}, {@code Location} and body,
 *       with {@code Idempotent-Replayed: true}; the handler does not run.
 *   <li>Anything else under the same key: 422 {@code idempotency-key-reused}.
 *   <li>While the first one runs: 409 {@code request-in-progress} with {@code Retry-After}.
 *   <li>Only a 2xx answer is kept. After a refusal (4xx) the key is free again; after any other end, which leaves open
 *       what has happened, it is free for the very same request. A run that ends without an answer, as when its process
 *       dies, frees it for that one after 5 minutes, an upload's after 15.
 *   <li>Without the database: 503 {@code database-unavailable}, and the handler does not run.
 * </ul>
 * An upload is told from another by the bytes the handler reads from the request's input stream, its boundaries left
 * out, so that a client may choose new ones when it repeats itself. Requests without the header pass untouched.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
