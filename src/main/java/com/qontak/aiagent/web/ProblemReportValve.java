package com.qontak.aiagent.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/**
 * Answers what the container refuses before any of our code runs, such as an address with a raw {@code [} in it, as a
 * problem document instead of a page. Tomcat makes it by name, so it has no collaborators and one language.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        ProblemType type = ProblemType.ofStatus(status);
        byte[] document = "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d}"
                .formatted(type.slug(), type.status().getReasonPhrase(), status)
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(document.length);
            response.getOutputStream().write(document);
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("The caller hung up before its error was answered");
        }
    }
}
