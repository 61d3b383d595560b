package com.qontak.aiagent.agents.preview;

import com.qontak.aiagent.web.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a preview tells as it happens: any number of {@link Token} and {@link TraceStep}, then one last event. */
public sealed interface PreviewEvent permits PreviewEvent.Token, TraceStep, PreviewEvent.Done, PreviewEvent.Failure {

    /** @return the name of the event, such as {@code token} */
    String name();

    /** @return whether nothing comes after it */
    default boolean ends() {
        return false;
    }

    /**
     * A piece of the reply.
     *
     * @param text follows the pieces before it without anything between
     */
    @Schema(name = "PreviewToken", description = "A piece of the reply.")
    record Token(@Schema(description = "Follows the pieces before it.", example = "Boleh saya minta ") String text)
            implements PreviewEvent {

        @Override
        public String name() {
            return "token";
        }
    }

    /**
     * The end of a turn.
     *
     * @param sessionId the conversation, for the next turn
     * @param reply the whole reply
     */
    @Schema(name = "PreviewDone", description = "The end of a turn.")
    record Done(
            @Schema(description = "The conversation, for the next turn.", example = "ses_8c1f") String sessionId,
            @Schema(description = "The whole reply.", example = "Boleh saya minta nomor pesanan?") String reply)
            implements PreviewEvent {

        @Override
        public String name() {
            return "done";
        }

        @Override
        public boolean ends() {
            return true;
        }
    }

    /**
     * The end of a turn that failed.
     *
     * @param code what failed: the runtime's own code, or the slug of a {@link ProblemType}
     * @param message what happened, in plain words; empty for a problem whose text is still to be put into the caller's
     *     language
     */
    @Schema(name = "PreviewFailure", description = "The end of a turn that failed.")
    record Failure(
            @Schema(description = "What failed.", example = "upstream-failed") String code,
            @Schema(
                            description = "What happened, in plain words.",
                            example = "A service behind this one failed or gave an answer that cannot be used.")
                    String message)
            implements PreviewEvent {

        /**
         * @param problem a kind of problem
         * @return a failure without its text
         */
        public static Failure of(ProblemType problem) {
            return new Failure(problem.slug(), "");
        }

        @Override
        public String name() {
            return "error";
        }

        @Override
        public boolean ends() {
            return true;
        }
    }
}
