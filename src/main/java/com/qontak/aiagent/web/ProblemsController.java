package com.qontak.aiagent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Explains each kind of problem at the address its documents carry in {@code type}; open to everybody. */
@RestController
@Tag(name = "Problems")
class ProblemsController {

    private final Messages messages;

    ProblemsController(Messages messages) {
        this.messages = messages;
    }

    @Schema(name = "ProblemExplanation", description = "What a kind of problem means, and what to do about it.")
    record ProblemExplanation(
            @Schema(description = "Its address, as `type` of a problem names it.", example = "/problems/not-found")
                    String type,
            @Schema(description = "The HTTP status it has.", example = "404") int status,
            @Schema(description = "It in a few words.", example = "Not found") String title,
            @Schema(
                            description = "What it means.",
                            example = "There is nothing at this address, or nothing your organization can see.")
                    String detail,
            @Schema(
                            description = "What to do about it.",
                            example = "Check the address and the id. What belongs to another organization answers"
                                    + " the same.")
                    String remedy) {}

    @GetMapping("/problems")
    @Operation(summary = "List every kind of problem", description = "All kinds of problem this service answers.")
    List<ProblemExplanation> problems(Locale locale) {
        return Arrays.stream(ProblemType.values())
                .map(type -> explain(type, locale))
                .toList();
    }

    @GetMapping("/problems/{name}")
    @Operation(
            summary = "Explain a kind of problem",
            description = "The page a problem document points at in `type`: what it means and what to do about it.")
    ProblemExplanation problem(
            @Parameter(description = "The last part of `type` of a problem.", example = "not-found") @PathVariable
                    String name,
            Locale locale) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(name))
                .findFirst()
                .map(type -> explain(type, locale))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND));
    }

    private ProblemExplanation explain(ProblemType type, Locale locale) {
        String key = "problem." + type.slug();
        return new ProblemExplanation(
                "/problems/" + type.slug(),
                type.status().value(),
                messages.text(key + ".title", locale),
                messages.text(key + ".detail", locale),
                messages.text(key + ".remedy", locale));
    }
}
