package com.qontak.aiagent.agents.refine;

import com.qontak.aiagent.web.Pointers;
import java.util.Arrays;
import java.util.List;

/** RFC 6901 pointers, put together and taken apart. */
final class PackPointer {

    private PackPointer() {}

    static String child(String pointer, String token) {
        return pointer + "/" + Pointers.escape(token);
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
                .map(Pointers::unescape)
                .toList();
    }
}
