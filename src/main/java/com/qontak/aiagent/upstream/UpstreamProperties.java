package com.qontak.aiagent.upstream;

import com.qontak.aiagent.startup.RefusedToStart;
import jakarta.validation.Valid;
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
     * @param acquireTimeout how long a call may wait for a connection while none is free
     * @param idleTimeout how long a connection is kept without a call; shorter than the upstream keeps it, which is as
     *     little as five seconds with common servers: a call sent on a connection that is being closed fails, and not
     *     every one may be repeated
     * @param maxResponseSize the largest body read; a larger one is a broken answer
     * @param paths the path of each call, by the call's name, with URI template variables
     */
    public record Upstream(
            @NotNull URI baseUrl,
            @NotBlank String token,
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("2s") Duration acquireTimeout,
            @DefaultValue("4s") Duration idleTimeout,
            @DefaultValue("8MB") DataSize maxResponseSize,
            Map<String, String> paths) {

        /** Copies the paths, so that settings never change. */
        public Upstream {
            paths = paths == null ? Map.of() : Map.copyOf(paths);
        }

        String path(UpstreamCall call) {
            String path = paths.get(call.path());
            if (path == null || path.isBlank()) {
                throw new RefusedToStart(
                        "upstream." + call.kind().upstream() + ".paths." + call.path() + " is missing", null);
            }
            return path;
        }
    }
}
