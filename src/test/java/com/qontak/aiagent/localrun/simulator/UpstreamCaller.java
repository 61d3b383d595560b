package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a simulated upstream over HTTP for one organization, as the service does. */
record UpstreamCaller(HttpClient client, URI base, long organizationId) {

    private static final long PATIENCE_SECONDS = 20;

    UpstreamCaller(URI base, long organizationId) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, organizationId);
    }

    UpstreamCaller of(long otherOrganizationId) {
        return new UpstreamCaller(client, base, otherOrganizationId);
    }

    /** @param headers names and values in turn */
    Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Reply post(String path, JsonNode body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(Json.write(body)), headers);
    }

    Reply post(String path, String... headers) {
        return send("POST", path, BodyPublishers.noBody(), headers);
    }

    Reply put(String path, JsonNode body, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(Json.write(body)), headers);
    }

    Reply delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Reply send(String method, String path, BodyPublisher body, String... headers) {
        return new Reply(exchange(request(method, path, body, headers)));
    }

    /** @return the lines of a streamed answer as they arrive */
    ArrivingLines stream(String path, JsonNode body) {
        HttpRequest request =
                request("POST", path, BodyPublishers.ofString(Json.write(body)), "Accept", "text/event-stream");
        ArrivingLines lines = new ArrivingLines();
        client.sendAsync(request, BodyHandlers.fromLineSubscriber(lines));
        return lines;
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body)
                .setHeader("Authorization", "Bearer service")
                .setHeader("X-Organization-Id", Long.toString(organizationId))
                .setHeader("X-Actor-Id", "actor-7");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.sendAsync(request, BodyHandlers.ofByteArray()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for one line at a time, and not for ever. */
    static final class ArrivingLines implements Flow.Subscriber<String> {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return Objects.requireNonNull(lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no line in time");
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            lines.add("failed: " + failure);
        }

        @Override
        public void onComplete() {
            lines.add("complete");
        }
    }

    /** What came back. */
    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        ObjectNode json() {
            try {
                return (ObjectNode) Json.parse(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }
    }
}
