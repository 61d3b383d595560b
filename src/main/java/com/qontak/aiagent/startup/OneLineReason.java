package com.qontak.aiagent.startup;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line why the service does not start, where an operator can do something about it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineReason implements SpringBootExceptionReporter {

    private final PrintStream out;

    // Spring Boot makes it by this constructor, with a null context when there is none yet.
    OneLineReason() {
        this(System.err);
    }

    OneLineReason(PrintStream out) {
        this.out = out;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> reason = reason(failure);
        reason.ifPresent(line ->
                out.println("Refusing to start: " + line.lines().findFirst().orElse("")));
        return reason.isPresent();
    }

    static Optional<String> reason(Throwable failure) {
        String found = null;
        for (Throwable cause = failure; cause != null && found == null; cause = cause.getCause()) {
            found = reasonOf(cause);
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable String reasonOf(Throwable cause) {
        if (cause instanceof RefusedToStart refused) {
            return refused.getMessage();
        }
        if (cause instanceof BindValidationException invalid) {
            return invalid.getValidationErrors().getAllErrors().stream()
                    .findFirst()
                    .map(error -> invalid.getValidationErrors().getName() + ": " + error.getDefaultMessage())
                    .orElse("a setting is invalid");
        }
        if (cause instanceof BindException malformed && !(malformed.getCause() instanceof BindValidationException)) {
            return malformed.getName() + " is malformed";
        }
        if (cause instanceof PortInUseException taken) {
            return "port " + taken.getPort() + " is in use";
        }
        if (cause instanceof SQLException database) {
            return "the database does not let us in (SQL state " + database.getSQLState() + ")";
        }
        return null;
    }
}
