package com.qontak.aiagent.agents.pack;

import java.util.Arrays;

/**
 * Steps through JSON in UTF-8 without reading it: it finds where values end, and takes it on trust that they are well
 * formed. Whatever it finds, the parts have to be parsed by whoever uses them, or to be known already.
 */
final class JsonScanner {

    private final byte[] json;
    private int at;

    JsonScanner(byte[] json) {
        this.json = json;
    }

    /** Where it stands. */
    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    /** Whether this comes next, blanks aside; steps over it if so. */
    boolean skip(char expected) {
        blanks();
        boolean there = current() == expected;
        at += there ? 1 : 0;
        return there;
    }

    /** Steps over this, and blanks before it. */
    void expect(char expected) {
        if (!skip(expected)) {
            throw new NotAsExpected();
        }
    }

    /** Whether an object begins here, blanks aside; it stands before it then. */
    boolean isAtObject() {
        blanks();
        return current() == '{';
    }

    /** Steps over the name of a field and its colon, and stands before the value; returns whether it is this name. */
    boolean isField(byte[] name) {
        blanks();
        int from = at + 1;
        string();
        int to = at - 1;
        for (int place = from; place < to; place++) {
            if (json[place] == '\\') {
                throw new NotAsExpected();
            }
        }
        expect(':');
        blanks();
        return Arrays.equals(json, from, to, name, 0, name.length);
    }

    /** Steps over a value. */
    void value() {
        blanks();
        int depth = 0;
        do {
            switch (current()) {
                case '"' -> string();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                default -> {
                    if (depth == 0) {
                        scalar();
                    } else {
                        at++;
                    }
                }
            }
        } while (depth > 0);
    }

    /** Steps over these bytes; returns whether they came next, and only then has moved. */
    boolean skip(byte[] other, int from, int to) {
        int end = at + to - from;
        boolean there = end <= json.length && Arrays.equals(json, at, end, other, from, to);
        at = there ? end : at;
        return there;
    }

    private void scalar() {
        int from = at;
        while (at < json.length && ",]} \t\r\n".indexOf(json[at]) < 0) {
            at++;
        }
        if (at == from) {
            throw new NotAsExpected();
        }
    }

    private void string() {
        if (current() != '"') {
            throw new NotAsExpected();
        }
        at++;
        while (current() != '"') {
            at += current() == '\\' ? 2 : 1;
        }
        at++;
    }

    private void blanks() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }

    private byte current() {
        if (at >= json.length) {
            throw new NotAsExpected();
        }
        return json[at];
    }

    /** The document is not what it was taken for; says no more, since whoever reads it in full can say it better. */
    static final class NotAsExpected extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotAsExpected() {
            super(null, null, false, false);
        }
    }
}
