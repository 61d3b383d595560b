package com.qontak.aiagent.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Says what is wrong with a body that could not be read: not JSON at all, or JSON of the wrong shape, and where. */
@Component
class UnreadableBody {

    ProblemException explain(HttpMessageNotReadableException failure) {
        // Jackson wraps what the body's stream throws, so that comes first wherever it stands in the chain.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return invalid(Finding.error("unknown_field", pointer(unknown), unknown.getPropertyName()));
            }
            if (cause instanceof JsonMappingException mapping
                    && !(mapping.getCause() instanceof JsonProcessingException)) {
                return invalid(Finding.error("invalid_format", pointer(mapping)));
            }
            if (cause instanceof JsonProcessingException syntax) {
                return malformed(syntax);
            }
        }
        return new ProblemException(ProblemType.MALFORMED_REQUEST);
    }

    private static ProblemException malformed(JsonProcessingException syntax) {
        return syntax.getLocation() == null
                ? new ProblemException(ProblemType.MALFORMED_REQUEST)
                : new ProblemException(
                        ProblemType.MALFORMED_REQUEST,
                        String.valueOf(syntax.getLocation().getLineNr()),
                        String.valueOf(syntax.getLocation().getColumnNr()));
    }

    private static ProblemException invalid(Finding finding) {
        return new ProblemException(ProblemType.INVALID_INPUT, List.of(finding));
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        failure.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? step.getIndex() : Pointers.escape(step.getFieldName())));
        return pointer.toString();
    }
}
