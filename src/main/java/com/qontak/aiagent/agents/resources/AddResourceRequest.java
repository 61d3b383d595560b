package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.web.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body that adds a web page or a snippet. */
@Schema(name = "AddResource", description = "A web page or a snippet to add to an agent's knowledge.")
record AddResourceRequest(
        @Schema(
                        description = "`url` for a web page, `snippet` for a text written here.",
                        example = "snippet",
                        allowableValues = {"url", "snippet"},
                        requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable
                String kind,
        @Schema(
                        description = "The page's address, http or https, on the public internet; only with `url`.",
                        example = "https://tokomaju.example/faq")
                @Size(max = 2048)
                @Nullable
                String url,
        @Schema(
                        description = "Its title, up to 255 characters; a page without one goes by its address.",
                        example = "Opening hours")
                @Size(max = LONGEST_TITLE)
                @Nullable
                String title,
        @Schema(
                        description = "The text, up to 10 000 characters; only with `snippet`.",
                        example = "We are open every day from 09.00 to 21.00.")
                @Size(max = 10_000)
                @Nullable
                String text,
        @Schema(
                        description = "The agent's capabilities that look things up in it, by `capability_id`.",
                        example = "[\"order_status\"]")
                @Size(max = MOST_CAPABILITIES)
                @Nullable
                List<@NotNull @Size(max = 64) String> capabilityIds) {

    static final int LONGEST_TITLE = 255;
    static final int MOST_CAPABILITIES = 50;

    /** What constraints on single fields cannot say: which fields a kind needs, and which it has no use for. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (blank(kind)) {
            findings.add(Finding.error("required", "/kind", "kind"));
        } else if (isPage()) {
            require(findings, "url", url);
            refuse(findings, "text", text);
        } else if (ResourceKind.SNIPPET.word().equals(kind)) {
            require(findings, "title", title);
            require(findings, "text", text);
            refuse(findings, "url", url);
        } else {
            findings.add(
                    Finding.error("invalid_format", "/kind", "url, snippet").worded("invalid_format.choice"));
        }
        return findings;
    }

    boolean isPage() {
        return ResourceKind.URL.word().equals(kind);
    }

    /** Of a body without findings. */
    NewResource toResource() {
        List<String> capabilities = Objects.requireNonNullElse(capabilityIds, List.of());
        return isPage()
                ? new NewResource.Page(Objects.requireNonNull(url), blank(title) ? null : title, capabilities)
                : new NewResource.Snippet(Objects.requireNonNull(title), Objects.requireNonNull(text), capabilities);
    }

    private static void require(List<Finding> findings, String field, @Nullable String value) {
        if (blank(value)) {
            findings.add(Finding.error("required", "/" + field, field));
        }
    }

    private static void refuse(List<Finding> findings, String field, @Nullable String value) {
        if (value != null) {
            findings.add(Finding.error("unknown_field", "/" + field, field));
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
