package com.qontak.aiagent.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.springframework.core.env.Environment;

/** Makes calls of the API document as they stand in it, a hundred in the time of a few. */
public final class ApiCaller {

    /** The agent that calls are about unless they name another. */
    public static final String AGENT = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c001";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhello\r\n--b--\r\n";

    private final String origin;

    private ApiCaller(String origin) {
        this.origin = origin;
    }

    /** The public port of a started service. */
    public static ApiCaller of(Environment environment) {
        return new ApiCaller("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** Makes the call as the document describes it, with a version nobody has saved. */
    public HttpResponse<String> call(ApiOperation operation, String token) {
        return call(operation, token, Map.of());
    }

    public HttpResponse<String> call(ApiOperation operation, String token, Map<String, String> headers) {
        return call(operation, operation.address(AGENT), token, headers);
    }

    /**
     * @param address path and query, escaped
     * @param token empty for none
     * @param headers set besides, or instead
     */
    public HttpResponse<String> call(
            ApiOperation operation, String address, String token, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + address))
                .timeout(PATIENCE)
                .setHeader("Accept", operation.accepts())
                .setHeader("If-Match", "\"999\"")
                .method(operation.method(), body(operation));
        if (!operation.sends().isEmpty()) {
            boolean form = operation.sends().startsWith("multipart");
            request.setHeader("Content-Type", operation.sends() + (form ? "; boundary=b" : ""));
        }
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private static HttpRequest.BodyPublisher body(ApiOperation operation) {
        if (operation.sends().isEmpty()) {
            return HttpRequest.BodyPublishers.noBody();
        }
        return HttpRequest.BodyPublishers.ofString(
                operation.body().map(Object::toString).orElse(FORM));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        } catch (CompletionException failure) {
            throw new AssertionError("No answer to " + request, failure);
        }
    }
}
