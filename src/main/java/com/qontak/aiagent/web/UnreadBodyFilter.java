package com.qontak.aiagent.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what is left of a body after its request was answered, such as one that was refused for its token: what is not
 * read ends the connection, and a caller who is still sending may lose the answer with it. Of a longer rest than
 * {@value #MOST_MEBIBYTES} MiB the connection is ended.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadBodyFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UnreadBodyFilter.class);
    private static final int MOST_MEBIBYTES = 4;
    private static final long MOST = DataSize.ofMegabytes(MOST_MEBIBYTES).toBytes();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (!request.isAsyncStarted()) {
            read(request);
        }
    }

    private static void read(HttpServletRequest request) {
        try {
            ServletInputStream body = request.getInputStream();
            if (!body.isFinished()) {
                body.skip(MOST);
            }
        } catch (IOException | IllegalStateException ended) {
            log.debug("The rest of a body did not come", ended);
        }
    }
}
