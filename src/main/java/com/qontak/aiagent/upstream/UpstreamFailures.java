package com.qontak.aiagent.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.RequestIds;
import com.qontak.aiagent.web.Severity;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;

/** Says how a call to one upstream failed: by the answer's status, or by what happened to the connection. */
final class UpstreamFailures {

    private static final Logger log = LoggerFactory.getLogger(UpstreamFailures.class);
    private static final Pattern VERSION_TAG = Pattern.compile("\"\\d{1,18}\"");
    private static final String RETRY_SOON = "5";

    private final ObjectMapper json;

    UpstreamFailures(ObjectMapper json) {
        this.json = json;
    }

    UpstreamException of(UpstreamCall call, UpstreamRequest request, AnswerHead head, byte[] body) {
        UpstreamOutcome outcome = UpstreamOutcome.of(call, head.status().value());
        if (outcome == UpstreamOutcome.REFUSED) {
            log.atError()
                    .addKeyValue(RequestIds.LOG_FIELD, request.caller().requestId())
                    .log("{} refuses our credential in {}", call.kind().upstream(), call.word());
        }
        HttpHeaders headers = head.headers();
        return switch (outcome) {
            case CONFLICT, VERSION_MOVED_ON -> exception(call, outcome, List.of(), version(headers), null);
            case BUSY -> exception(call, outcome, List.of(), retryAfter(headers), null);
            case REJECTED -> exception(call, outcome, List.of(finding(body)), Map.of(), null);
            default -> exception(call, outcome, List.of(), Map.of(), null);
        };
    }

    /** How a call failed of which no answer has come. */
    ProblemException of(UpstreamCall call, Throwable failure) {
        return of(call, failure, UpstreamOutcome.UNREACHABLE);
    }

    /** How a call failed in the middle of its answer. */
    ProblemException ofBody(UpstreamCall call, Throwable failure) {
        return of(call, failure, UpstreamOutcome.BROKEN_OFF);
    }

    private ProblemException of(UpstreamCall call, Throwable failure, UpstreamOutcome broken) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known;
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof java.util.concurrent.TimeoutException) {
                return exception(call, UpstreamOutcome.TIMED_OUT, List.of(), Map.of(), failure);
            }
            if (cause instanceof DataBufferLimitException) {
                return invalidAnswer(call, failure);
            }
            if (cause instanceof IOException) {
                return exception(call, broken, List.of(), Map.of(), failure);
            }
        }
        return invalidAnswer(call, failure);
    }

    UpstreamException invalidAnswer(UpstreamCall call, @Nullable Throwable cause) {
        return exception(call, UpstreamOutcome.INVALID_ANSWER, List.of(), Map.of(), cause);
    }

    UpstreamException timedOut(UpstreamCall call) {
        return exception(call, UpstreamOutcome.TIMED_OUT, List.of(), Map.of(), null);
    }

    UpstreamException unavailable(UpstreamCall call, Throwable cause) {
        return exception(
                call, UpstreamOutcome.UNAVAILABLE, List.of(), Map.of(HttpHeaders.RETRY_AFTER, RETRY_SOON), cause);
    }

    private UpstreamException exception(
            UpstreamCall call,
            UpstreamOutcome outcome,
            List<Finding> findings,
            Map<String, String> headers,
            @Nullable Throwable cause) {
        return new UpstreamException(call, outcome, findings, headers, cause);
    }

    private Finding finding(byte[] body) {
        JsonNode error;
        try {
            error = json.readTree(body).path("error");
        } catch (IOException unreadable) {
            error = json.missingNode();
        }
        String pointer = Vocabulary.pointerToPublic(error.path("path").asText(""));
        return UpstreamTexts.tellable(error.path("message").asText(""))
                .map(message -> new Finding("rejected", Severity.ERROR, pointer, "rejected.with", List.of(message)))
                .orElseGet(() -> Finding.error("rejected", pointer));
    }

    private static Map<String, String> version(HttpHeaders headers) {
        String tag = headers.getETag();
        return tag != null && VERSION_TAG.matcher(tag).matches() ? Map.of(HttpHeaders.ETAG, tag) : Map.of();
    }

    private static Map<String, String> retryAfter(HttpHeaders headers) {
        String seconds = RetryAfter.seconds(headers.getFirst(HttpHeaders.RETRY_AFTER), Instant.now())
                .orElse(RETRY_SOON);
        return Map.of(HttpHeaders.RETRY_AFTER, seconds);
    }
}
