package com.qontak.aiagent.upstream.noncoremrag;

import com.qontak.aiagent.agents.resources.ResourceFailure;
import com.qontak.aiagent.agents.resources.ResourceFailure.Reason;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be told to customers of the errors {@code noncore-mrag} reports. */
final class FailureTexts {

    private static final Map<String, Reason> KNOWN = Map.of(
            "the content could not be read", Reason.UNREADABLE,
            "the file is empty", Reason.EMPTY);
    private static final int LONGEST = 300;

    // Sentences alone: what a program says of itself has colons, slashes, underscores, or dots inside a word.
    private static final Pattern PLAIN_WORDS = Pattern.compile("(?:[\\p{L}\\p{N} ,;!?'’\"“”()%-]|\\.(?= |$))+");

    private FailureTexts() {}

    static ResourceFailure of(@Nullable String error) {
        String text = error == null ? "" : error.strip();
        String normalized = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
        Reason known = KNOWN.get(normalized);
        if (known != null) {
            return new ResourceFailure(known, "");
        }
        boolean tellable = text.length() <= LONGEST && PLAIN_WORDS.matcher(text).matches();
        return new ResourceFailure(Reason.OTHER, tellable ? Vocabulary.messageToPublic(text) : "");
    }
}
