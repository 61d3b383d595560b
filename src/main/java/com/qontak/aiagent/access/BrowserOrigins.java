package com.qontak.aiagent.access;

import com.qontak.aiagent.web.ProblemWriter;
import com.qontak.aiagent.web.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The origins that a browser may call from, and what it may then send and see. */
@Component
final class BrowserOrigins {

    private final CorsConfiguration cors = new CorsConfiguration();
    private final ProblemCorsProcessor processor;

    BrowserOrigins(AccessProperties properties, ProblemWriter problems) {
        this.processor = new ProblemCorsProcessor(problems);
        cors.setAllowedOrigins(properties.allowedOrigins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                RequestIds.HEADER,
                "Idempotent-Replayed",
                "Fresh-As-Of",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset"));
        cors.setMaxAge(Duration.ofHours(1));
    }

    CorsFilter filter() {
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        CorsFilter filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(processor);
        return filter;
    }

    /** @return whether the request comes from no page at all, or from one of an origin that is allowed */
    boolean allow(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || cors.checkOrigin(origin) != null;
    }

    /** Tells the browser what it may do with the answer to a request that {@link #allow} is true of. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        processor.processRequest(cors, request, response);
    }
}
