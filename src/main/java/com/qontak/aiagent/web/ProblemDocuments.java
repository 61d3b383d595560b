package com.qontak.aiagent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Writes a {@link ProblemException} as an RFC 9457 document in the caller's language. */
@Component
class ProblemDocuments {

    private final Messages messages;
    private final LocaleResolver locales;

    ProblemDocuments(Messages messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    ProblemDetail of(ProblemException problem, HttpServletRequest request) {
        return of(problem, locales.resolveLocale(request), instance(request), RequestIds.of(request));
    }

    ProblemDetail of(ProblemException problem, Locale locale, URI instance, String requestId) {
        ProblemType type = problem.type();
        String key = "problem." + type.slug();
        ProblemDetail document = ProblemDetail.forStatus(type.status());
        document.setType(URI.create("/problems/" + type.slug()));
        document.setTitle(messages.text(key + ".title", locale));
        document.setDetail(messages.text(
                key + (problem.arguments().isEmpty() ? ".detail" : ".detail.with"),
                locale,
                problem.arguments().toArray()));
        document.setInstance(instance);
        document.setProperty("remedy", messages.text(key + ".remedy", locale));
        document.setProperty("request_id", requestId);
        if (!problem.findings().isEmpty()) {
            document.setProperty("findings", messages.findings(problem.findings(), locale));
        }
        return document;
    }

    private static URI instance(HttpServletRequest request) {
        Object failedPath = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = failedPath instanceof String failed ? failed : request.getRequestURI();
        try {
            return URI.create(path);
        } catch (IllegalArgumentException unprintable) {
            return URI.create("/");
        }
    }
}
