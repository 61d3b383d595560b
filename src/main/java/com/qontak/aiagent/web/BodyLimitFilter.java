package com.qontak.aiagent.web;

import com.qontak.aiagent.web.BodyMemory.Share;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 413 to a body over the limit: at once when its length is announced, else as soon as it is passed. It stands
 * behind Spring Security, which reads no body, so that a browser may read the answer and keeps none of it.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class BodyLimitFilter extends OncePerRequestFilter {

    private static final String TREES = "/v2/ai_agents/migrations";

    private final BodyLimitProperties limits;
    private final BodyMemory memory;
    private final ProblemWriter problems;

    BodyLimitFilter(BodyLimitProperties limits, BodyMemory memory, ProblemWriter problems) {
        this.limits = limits;
        this.memory = memory;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = isUpload(request);
        DataSize limit =
                upload ? limits.maxUploadSize() : isTree(request) ? limits.maxTreeSize() : limits.maxBodySize();
        if (request.getContentLengthLong() > limit.toBytes()) {
            // The rest of the body is not read, so the connection cannot serve another request.
            response.setHeader("Connection", "close");
            problems.write(tooLarge(limit), request, response);
            return;
        }
        chain.doFilter(
                hasBody(request) ? new LimitedRequest(request, limit, upload ? null : memory.share(request)) : request,
                response);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    // It goes through as it comes, and is never in memory as a whole.
    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, 19);
    }

    private static boolean isTree(HttpServletRequest request) {
        return request.getRequestURI().startsWith(TREES);
    }

    private static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(ProblemType.PAYLOAD_TOO_LARGE, limit.toMegabytes() + " MB");
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final DataSize limit;
        private final @Nullable Share share;

        LimitedRequest(HttpServletRequest request, DataSize limit, @Nullable Share share) {
            super(request);
            this.limit = limit;
            this.share = share;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit, share);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final DataSize limit;
        private final @Nullable Share share;
        private final byte[] single = new byte[1];
        private long read;

        LimitedStream(ServletInputStream body, DataSize limit, @Nullable Share share) {
            this.body = body;
            this.limit = limit;
            this.share = share;
        }

        @Override
        public int read() throws IOException {
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            if (count > 0) {
                count(buffer, offset, count);
            }
            return count;
        }

        private void count(byte[] buffer, int offset, int count) {
            read += count;
            if (read > limit.toBytes()) {
                throw tooLarge(limit);
            }
            if (share != null) {
                share.take(buffer, offset, count);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
