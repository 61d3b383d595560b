package com.qontak.aiagent.upstream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The three upstream services.
 *
 * @param mekariAgent owns the agents
 * @param chatbotAi drafts and refines packs
 * @param noncoreMrag owns the knowledge
 */
@ConfigurationProperties("upstream")
@Validated
public record UpstreamProperties(
        @NotNull @Valid Upstream mekariAgent,
        @NotNull @Valid Upstream chatbotAi,
        @NotNull @Valid Upstream noncoreMrag) {

    /**
     * One upstream.
     *
     * @param baseUrl where it answers, without a path of a call
     * @param token the credential this service shows it
     * @param connectTimeout how long a connection may take to be made
     * @param responseTimeout how long a complete answer may take, from the call's start
     * @param maxConcurrentCalls calls that may wait for it at once; more are answered 503
     * @param maxResponseSize the largest body read; a larger one is a broken answer
     * @param paths the path of each call, by the call's name, with URI template variables
     */
    public record Upstream(
            @NotNull URI baseUrl,
            @NotBlank String token,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("10s") Duration responseTimeout,
            @DefaultValue("1000") @Min(1) int maxConcurrentCalls,
            @DefaultValue("8MB") DataSize maxResponseSize,
            Map<String, String> paths) {

        /** Copies the paths, so that settings never change. */
        public Upstream {
            paths = paths == null ? Map.of() : Map.copyOf(paths);
        }

        /**
         * @param call a call's name
         * @return its path
         * @throws IllegalStateException if none is configured
         */
        public String path(String call) {
            String path = paths.get(call);
            if (path == null) {
                throw new IllegalStateException("No path is configured for the call " + call);
            }
            return path;
        }
    }
}
