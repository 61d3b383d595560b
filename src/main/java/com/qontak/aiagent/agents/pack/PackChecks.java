package com.qontak.aiagent.agents.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.Workers;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.function.Tuples;

/**
 * Validates packs against the actions there are. The catalogue is only asked when a pack uses an action, so that a pack
 * without any is validated whatever the catalogue does.
 */
@Component
public final class PackChecks implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PackValidator validator;
    private final AvailableActions actions;

    // The thread that brings the catalogue, or the pack, serves the answers of many others.
    private final Scheduler scheduler = Workers.named("pack-checks");

    /**
     * @param validator the rules
     * @param actions the catalogue
     */
    public PackChecks(PackValidator validator, AvailableActions actions) {
        this.validator = validator;
        this.actions = actions;
    }

    /**
     * Validates with every rule, for whoever acts on the result.
     *
     * @param caller on whose behalf
     * @param pack any JSON; left unchanged
     * @param context where the pack stands, and what else is known
     * @return everything found; fails with a {@link ProblemException} when the pack uses actions and the catalogue
     *     cannot be asked
     */
    public Mono<PackReport> check(Caller caller, JsonNode pack, PackContext context) {
        return usesActions(pack)
                ? actions.known(caller).flatMap(known -> validate(pack, context.withActions(known)))
                : validate(pack, context);
    }

    /**
     * Validates for whoever only looks: the pack itself must not be kept from them because the catalogue is slow or
     * down, so what only the catalogue could tell is then left out.
     *
     * @param caller on whose behalf
     * @param pack any JSON; left unchanged
     * @param context where the pack stands, and what else is known
     * @return everything found, without {@code unknown_action} and {@code missing_action_input} when the catalogue does
     *     not answer within a second
     */
    public Mono<PackReport> look(Caller caller, JsonNode pack, PackContext context) {
        return usesActions(pack)
                ? actionsToLook(caller, context).flatMap(known -> validate(pack, known))
                : validate(pack, context);
    }

    /**
     * The same for a pack that was long waited for. Whoever waited is an old object to the garbage collector, and keeps
     * what it refers to until all of the heap is collected: no pack, unless the catalogue had to be asked.
     *
     * @param caller on whose behalf
     * @param waited brings the pack
     * @param pack any JSON in what was brought; left unchanged
     * @param context where the pack stands, and what else is known
     * @param answer what to make of both, on the thread on which it was validated
     * @param <W> what is waited for
     * @param <T> what is made of it
     * @return what was made
     */
    public <W, T> Mono<T> lookAfterwards(
            Caller caller,
            Mono<W> waited,
            Function<W, JsonNode> pack,
            PackContext context,
            BiFunction<W, PackReport, T> answer) {
        return waited.flatMap(brought -> usesActions(pack.apply(brought))
                        ? actionsToLook(caller, context).map(known -> Tuples.of(brought, known))
                        : Mono.just(Tuples.of(brought, context)))
                .publishOn(scheduler)
                .map(both -> answer.apply(both.getT1(), validator.validate(pack.apply(both.getT1()), both.getT2())));
    }

    /**
     * @param caller on whose behalf
     * @param context where the pack stands, and what else is known
     * @return that context with the actions there are, and without when the catalogue does not answer within a second;
     *     never fails
     */
    public Mono<PackContext> actionsToLook(Caller caller, PackContext context) {
        return actions.known(caller)
                .map(context::withActions)
                .timeout(PATIENCE, Mono.just(context))
                .onErrorReturn(ProblemException.class, context);
    }

    /**
     * @param pack any JSON; left unchanged
     * @param context where the pack stands, and all that is known
     * @return everything found, on a thread of its own: a large pack takes as long as many requests
     */
    public Mono<PackReport> validate(JsonNode pack, PackContext context) {
        return apart(Mono.fromSupplier(() -> validator.validate(pack, context)));
    }

    /**
     * Validates one capability without the pack it is from, on the calling thread.
     *
     * @param capability a capability in public words
     * @param collectedElsewhere the names of the values that the others of its pack collect
     * @param context what its pack is validated against
     * @return whether nothing can be found in it, in whatever place of that pack; false also when only the whole pack
     *     can tell
     */
    public boolean isFlawless(ObjectNode capability, Set<String> collectedElsewhere, PackContext context) {
        ObjectNode pack = LoneCapability.pack(capability, collectedElsewhere);
        return validator.validate(pack, context).findings().isEmpty() && LoneCapability.fitsAnywhere(capability);
    }

    /**
     * @param work that takes as long as many requests
     * @param <T> what it results in
     * @return the same, on a thread of its own
     */
    public <T> Mono<T> apart(Mono<T> work) {
        return work.subscribeOn(scheduler);
    }

    /**
     * @param pack any JSON
     * @return whether validating it takes the catalogue
     */
    public static boolean usesActions(JsonNode pack) {
        return pack.findValues("actions").stream().anyMatch(used -> !used.isEmpty());
    }

    /**
     * @param pack any JSON
     * @return the ids of all actions it names, and maybe other words
     */
    public static Set<String> actionIds(JsonNode pack) {
        return Set.copyOf(pack.findValuesAsText("action_id"));
    }

    /** Ends its threads. */
    @Override
    public void close() {
        scheduler.dispose();
    }
}
