package com.qontak.aiagent.upstream;

import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an upstream says in prose, where it can be told to a caller. */
public final class UpstreamTexts {

    private static final int LONGEST = 500;

    // A host of three parts and more or with a port, an address, an exception, a line of a stack: as no person writes.
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern OF_A_MACHINE = Pattern.compile(String.join(
            "|",
            "://",
            "[\\w-]+(?:\\.[\\w-]+)+\\.[\\w-]*[a-zA-Z]",
            "\\w\\.[\\w.-]*[a-zA-Z][\\w-]*:\\d{2,5}\\b",
            "[a-zA-Z][\\w-]*:\\d{4,5}\\b",
            "\\b" + OCTET + "(?:\\." + OCTET + "){3}\\b",
            "::[0-9a-fA-F]",
            "\\w(?:Exception|Error)\\b",
            "\\n\\s*at ",
            "@\\w"));

    private UpstreamTexts() {}

    /**
     * @param text what an upstream says
     * @return the same in public words; empty if it says nothing, too much, or something that is not for callers: a host
     *     or an address, a line of a stack, or a word of the upstream's own
     */
    public static Optional<String> tellable(String text) {
        String message = Vocabulary.messageToPublic(text);
        return message.isBlank()
                        || message.length() > LONGEST
                        || OF_A_MACHINE.matcher(message).find()
                ? Optional.empty()
                : Optional.of(message);
    }
}
