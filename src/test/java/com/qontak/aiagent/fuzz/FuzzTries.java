package com.qontak.aiagent.fuzz;

import java.util.List;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Ends a property after as many tries as {@code -Dfuzz.tries} says; 400 by default. */
final class FuzzTries implements AroundTryHook {

    /** More than anybody asks for: the properties' own number, which this hook cuts short. */
    static final int MOST = 100_000_000;

    private static final int TRIES = Integer.getInteger("fuzz.tries", 400);

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor executor, List<Object> parameters) {
        Store<Integer> tried = Store.getOrCreate(FuzzTries.class, Lifespan.PROPERTY, () -> 0);
        tried.update(count -> count + 1);
        TryExecutionResult result = executor.execute(parameters);
        return result.isSatisfied() && tried.get() >= TRIES ? TryExecutionResult.satisfied(true) : result;
    }
}
