package com.qontak.aiagent.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers a problem from a servlet filter, where no controller advice reaches. */
@Component
public class ProblemWriter {

    private final ProblemDocuments documents;
    private final ObjectMapper json;

    ProblemWriter(ProblemDocuments documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /**
     * Writes the whole answer.
     *
     * @param problem what to answer
     * @param request the request it answers
     * @param response not yet committed
     * @throws IOException if the caller has gone
     */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(problem.type().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        problem.headers().forEach(response::setHeader);
        json.writeValue(response.getOutputStream(), documents.of(problem, request));
    }
}
