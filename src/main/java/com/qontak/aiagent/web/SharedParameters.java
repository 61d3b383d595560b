package com.qontak.aiagent.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Describes the parameters that many operations take, once for all of them; an operation describes its own. */
final class SharedParameters {

    private SharedParameters() {}

    static void describe(String method, Operation operation) {
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())
                .forEach(parameter -> describe(method, parameter));
    }

    private static void describe(String method, Parameter parameter) {
        switch (parameter.getName()) {
            case "ai_agent_uuid" ->
                parameter
                        .description("The agent's id, as the list of agents has it.")
                        .schema(new UUIDSchema())
                        .example("a1e00001-0000-4000-8000-000000000001");
            case "page" ->
                parameter.description("Which page of the list, counted from 1.").schema(number(1_000_000, 1));
            case "per_page" ->
                parameter
                        .description("How many items a page has, from 1 to 100.")
                        .schema(number(100, 25));
            case "If-Match" ->
                parameter
                        .description(
                                "The version you have seen: the `ETag` of the answer it came with, quotes included.")
                        .example("\"2\"")
                        // A deletion may do without; a change answers 428.
                        .required(!method.equals("DELETE"));
            default -> {
                // Described where its operation is.
            }
        }
    }

    private static Schema<?> number(int most, int byDefault) {
        IntegerSchema number = new IntegerSchema();
        number.setMinimum(BigDecimal.ONE);
        number.setMaximum(BigDecimal.valueOf(most));
        number.setDefault(byDefault);
        return number;
    }
}
