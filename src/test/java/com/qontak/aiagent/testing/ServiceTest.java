package com.qontak.aiagent.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole service on a free port, with a database of its own, the upstreams of {@link Upstreams} and the tokens of
 * {@link Tokens}. Its context is shared by all tests that carry this annotation alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            // Tests ask for what they have just written.
            "impact.freshness=0s",
            // All tests of a context share its minutes.
            "access.limits.drafts-per-minute=100000",
            "access.limits.previews-per-minute=100000",
            "access.limits.requests-per-minute=100000"
        })
@AutoConfigureObservability
@TestExecutionListeners(
        listeners = ClosedCircuits.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@ContextConfiguration(initializers = ServiceTestInitializer.class)
public @interface ServiceTest {}
