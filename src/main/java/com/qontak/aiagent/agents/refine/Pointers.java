package com.qontak.aiagent.agents.refine;

import java.util.Arrays;
import java.util.List;

/** RFC 6901 pointers, put together and taken apart. */
final class Pointers {

    private Pointers() {}

    static String child(String pointer, String token) {
        return pointer + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The unescaped tokens; none for the empty pointer, and for a text that is no pointer the text itself. */
    static List<String> tokens(String pointer) {
        if (!pointer.startsWith("/")) {
            return pointer.isEmpty() ? List.of() : List.of(pointer);
        }
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
