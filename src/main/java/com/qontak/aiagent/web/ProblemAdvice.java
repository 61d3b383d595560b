package com.qontak.aiagent.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.BadMessageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns every failure of a controller into a problem document; nothing else answers an error. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Map<String, String> RETRY_SOON = Map.of(HttpHeaders.RETRY_AFTER, "5");

    private final ProblemDocuments documents;
    private final UnreadableBody unreadableBody;

    ProblemAdvice(ProblemDocuments documents, UnreadableBody unreadableBody) {
        this.documents = documents;
        this.unreadableBody = unreadableBody;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException problem, HttpServletRequest request) {
        if (problem.type().status().is5xxServerError()) {
            log.warn("Answering {}: {}", problem.type().slug(), causes(problem));
        }
        HttpHeaders headers = new HttpHeaders();
        problem.headers().forEach(headers::set);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(problem.type().status()).headers(headers).body(documents.of(problem, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException failure, HttpServletRequest request) {
        return problem(unreadableBody.explain(failure), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return problem(invalid(Finding.error("invalid_format", "/" + Naming.snakeCase(failure.getName()))), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(
            MissingServletRequestParameterException failure, HttpServletRequest request) {
        return problem(
                invalid(Finding.error("required", "/" + failure.getParameterName(), failure.getParameterName())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException failure, HttpServletRequest request) {
        Set<HttpMethod> supported = failure.getSupportedHttpMethods();
        String allow = supported == null
                ? ""
                : supported.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return problem(
                new ProblemException(
                        ProblemType.METHOD_NOT_ALLOWED,
                        List.of(),
                        List.of(),
                        Map.of(HttpHeaders.ALLOW, allow),
                        failure),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> firewall(RequestRejectedException refused, HttpServletRequest request) {
        return problem(new ProblemException(ProblemType.MALFORMED_REQUEST), request);
    }

    // The container reads the parameters of an address when it is first asked for one.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> address(BadMessageException refused, HttpServletRequest request) {
        return problem(new ProblemException(ProblemType.MALFORMED_REQUEST), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> waitedTooLong(AsyncRequestTimeoutException failure, HttpServletRequest request) {
        return problem(new ProblemException(ProblemType.UPSTREAM_TIMEOUT), request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> database(Exception failure, HttpServletRequest request) {
        return problem(
                new ProblemException(ProblemType.DATABASE_UNAVAILABLE, List.of(), List.of(), RETRY_SOON, failure),
                request);
    }

    @ExceptionHandler
    void callerHasGone(AsyncRequestNotUsableException gone) {
        log.debug("The caller hung up");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return problem(
                    new ProblemException(
                            ProblemType.ofStatus(known.getStatusCode().value()),
                            List.of(),
                            List.of(),
                            known.getHeaders().toSingleValueMap(),
                            null),
                    request);
        }
        if (failure instanceof IllegalArgumentException && isWildcard(request.getContentType())) {
            return problem(new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE), request);
        }
        log.error("Unexpected failure of request {}", RequestIds.of(request), failure);
        return problem(new ProblemException(ProblemType.INTERNAL_ERROR), request);
    }

    // What Spring takes for a mistake of the program is one of the caller.
    private static boolean isWildcard(@Nullable String contentType) {
        return contentType != null && contentType.contains("*");
    }

    private static ProblemException invalid(Finding finding) {
        return new ProblemException(ProblemType.INVALID_INPUT, List.of(finding));
    }

    // Class names only: messages of a cause can hold an upstream's host or body.
    private static String causes(Throwable problem) {
        StringBuilder names = new StringBuilder(problem.toString());
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            names.append(" <- ").append(cause.getClass().getSimpleName());
        }
        return names.toString();
    }
}
