package com.qontak.aiagent.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** What every answer tells a browser, so that it keeps, frames, runs and guesses nothing. */
@Component
final class SecurityHeaders implements HeaderWriter {

    private final List<HeaderWriter> ofAll = List.of(
            new XContentTypeOptionsHeaderWriter(),
            new XXssProtectionHeaderWriter(),
            new CacheControlHeadersWriter(),
            new HstsHeaderWriter(
                    AnyRequestMatcher.INSTANCE, Duration.ofDays(365).toSeconds(), true),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
            new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER));

    // Answers are data, of which a browser shall run and load nothing; only Swagger UI is a page with scripts.
    private final HeaderWriter ofData =
            new ContentSecurityPolicyHeaderWriter("default-src 'none'; frame-ancestors 'none'");
    private final HeaderWriter ofPage = new ContentSecurityPolicyHeaderWriter(
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        ofAll.forEach(header -> header.writeHeaders(request, response));
        (request.getRequestURI().startsWith("/swagger-ui") ? ofPage : ofData).writeHeaders(request, response);
    }
}
