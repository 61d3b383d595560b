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
        @Schema(example = "id") String language, String headline, List<String> sentences, List<String> notes) {

    /** Copies both lists. */
    public Story {
        sentences = List.copyOf(sentences);
        notes = List.copyOf(notes);
    }
}
