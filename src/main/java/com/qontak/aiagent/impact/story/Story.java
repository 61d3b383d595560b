package com.qontak.aiagent.impact.story;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The report in words.
 *
 * @param language {@code id} or {@code en}
 * @param headline the one thing to know
 * @param sentences what happened, in order of weight; never empty
 * @param notes what is assumed, unsettled or not known; empty when nothing is
 */
@Schema(name = "ImpactStory", description = "The report in words.")
public record Story(
        @Schema(description = "The language it is told in, `id` or `en`.", example = "en") String language,
        @Schema(
                        description = "The one thing to know.",
                        example = "The AI finished 1,876 of 2,999 conversations alone, and they stayed finished.")
                String headline,
        @Schema(
                        description = "What happened, the weightiest first; never empty.",
                        example = "[\"138 customers came back within 48 hours, and are not counted.\"]")
                List<String> sentences,
        @Schema(
                        description = "What is assumed, not settled yet or not known; empty when nothing is.",
                        example = "[\"196 conversations may still reopen, and are in no rate yet.\"]")
                List<String> notes) {

    /** Copies both lists. */
    public Story {
        sentences = List.copyOf(sentences);
        notes = List.copyOf(notes);
    }
}
