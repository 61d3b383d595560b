package com.qontak.aiagent.web;

/** RFC 6901 pointers, one step at a time. */
public final class Pointers {

    private Pointers() {}

    /**
     * @param name the name of a field, as it stands in the document
     * @return the name as a step of a pointer, {@code ~} and {@code /} escaped
     */
    public static String escape(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * @param step a step of a pointer
     * @return the name of the field it means
     */
    public static String unescape(String step) {
        return step.indexOf('~') < 0 ? step : step.replace("~1", "/").replace("~0", "~");
    }
}
