package com.qontak.aiagent.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;

/** Adds to each operation the errors it can answer, each with a problem document as it would really come. */
final class ProblemExamples {

    private static final String REQUEST_ID = "0f5c1f0e-6a0d-4f39-9a52-2b1de2a4c001";

    private final ProblemDocuments documents;
    private final ObjectMapper json;
    private final Components components;

    ProblemExamples(ProblemDocuments documents, ObjectMapper json, Components components) {
        this.documents = documents;
        this.json = json;
        this.components = components;
    }

    /** Adds a response for each status, with an example for each kind of problem that has it. */
    void add(String method, String path, Operation operation) {
        Set<ProblemType> problems = DocumentedProblems.of(method, path, operation);
        problems.stream()
                .collect(Collectors.groupingBy(problem -> problem.status().value(), TreeMap::new, Collectors.toList()))
                .forEach((status, types) ->
                        operation.getResponses().addApiResponse(status.toString(), response(method, path, types)));
    }

    private ApiResponse response(String method, String path, List<ProblemType> types) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        for (ProblemType type : types) {
            ExampleInput input = ExampleInput.of(method, path, type);
            ProblemDetail document = documents.of(
                    new ProblemException(type, input.findings()),
                    Locale.ENGLISH,
                    URI.create(input.instance()),
                    REQUEST_ID);
            components.addExamples(
                    input.name(), new Example().summary(document.getTitle()).value(json.valueToTree(document)));
            problem.addExamples(input.name(), new Example().$ref("#/components/examples/" + input.name()));
        }
        return new ApiResponse()
                .description(types.stream().map(this::detail).collect(Collectors.joining(" ")))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem));
    }

    private String detail(ProblemType type) {
        return documents
                .of(new ProblemException(type), Locale.ENGLISH, URI.create("/"), REQUEST_ID)
                .getDetail();
    }
}
