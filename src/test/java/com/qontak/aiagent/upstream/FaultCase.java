package com.qontak.aiagent.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One cell of the matrix: an operation during which one of its calls meets a fault. */
final class FaultCase {

    private final PublicOperation operation;
    private final UpstreamCall target;
    private final @Nullable Fault fault;
    private final boolean late;
    private final List<UpstreamCall> seen = new ArrayList<>();
    private @Nullable String targetPath;
    private int attempts;

    /**
     * @param fault what happens to the call; null for nothing
     * @param late whether it happens after the first event of a stream
     */
    FaultCase(PublicOperation operation, UpstreamCall target, @Nullable Fault fault, boolean late) {
        this.operation = operation;
        this.target = target;
        this.fault = fault;
        this.late = late;
    }

    PublicOperation operation() {
        return operation;
    }

    UpstreamCall target() {
        return target;
    }

    boolean isLate() {
        return late;
    }

    Fault fault() {
        if (fault == null) {
            throw new IllegalStateException("Nothing happens in " + this);
        }
        return fault;
    }

    /** Takes a call note, and tells what is to happen to it: an operation's second such call is left alone. */
    synchronized Optional<Fault> next(UpstreamCall call, String path) {
        seen.add(call);
        if (fault == null || call != target || targetPath != null && !targetPath.equals(path)) {
            return Optional.empty();
        }
        targetPath = path;
        attempts++;
        return Optional.of(fault);
    }

    /** The calls an upstream saw, in their order. */
    synchronized List<UpstreamCall> seen() {
        return List.copyOf(seen);
    }

    /** How often the call the fault happened to was sent. */
    synchronized int attempts() {
        return attempts;
    }

    @Override
    public String toString() {
        return operation + ", " + target.word() + ": " + fault + (late ? " after an event" : "");
    }
}
