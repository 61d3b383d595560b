package com.qontak.aiagent.upstream;

import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.util.Optional;

/** What an upstream says in prose, where it can be told to a caller. */
public final class UpstreamTexts {

    private static final int LONGEST = 500;

    private UpstreamTexts() {}

    /**
     * @param text what an upstream says
     * @return the same in public words; empty if it says nothing, too much, or something that is not for callers: an
     *     address, or a word of the upstream's own
     */
    public static Optional<String> tellable(String text) {
        String message = Vocabulary.messageToPublic(text);
        return message.isBlank() || message.length() > LONGEST || message.contains("://")
                ? Optional.empty()
                : Optional.of(message);
    }
}
