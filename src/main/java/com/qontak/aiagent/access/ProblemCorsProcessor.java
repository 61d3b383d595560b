package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Answers a browser of an origin that is not allowed with a problem document, as every refusal is answered. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {

    private final ProblemWriter problems;

    ProblemCorsProcessor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            boolean allowed = super.processRequest(configuration, request, response);
            if (!allowed) {
                problems.write(new ProblemException(ProblemType.ORIGIN_NOT_ALLOWED), request, response);
            }
            return allowed;
        } catch (IllegalArgumentException failure) {
            // What Spring takes for a mistake of the program is one of the caller.
            if (request.getContentType() == null || !request.getContentType().contains("*")) {
                throw failure;
            }
            problems.write(new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE), request, response);
            return false;
        }
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        // Answered above, where the request is known too.
    }
}
