package com.qontak.aiagent.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What an {@code If-Match} header demands of the version about to be changed (RFC 9110, strong comparison).
 * <p>A version is a number, its entity tag the number in double quotes.
 */
public final class IfMatch {

    private static final Pattern ENTITY_TAG = Pattern.compile("\\s*+(W/)?\"([^\"]*+)\"\\s*+(?:,|$)");

    private final boolean any;
    private final List<String> tags;

    private IfMatch(boolean any, List<String> tags) {
        this.any = any;
        this.tags = tags;
    }

    /**
     * @param header the header's value, null when the request has none
     * @return what it demands
     * @throws ProblemException {@code if-match-required} (428) without a header, {@code malformed-request} (400)
     *     for one that is no list of entity tags
     */
    public static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(ProblemType.IF_MATCH_REQUIRED);
        }
        return optional(header);
    }

    /**
     * @param header the header's value, null when the request has none
     * @return what it demands; nothing at all without a header
     * @throws ProblemException {@code malformed-request} (400) for a header that is no list of entity tags
     */
    public static IfMatch optional(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return new IfMatch(true, List.of());
        }
        List<String> strong = new ArrayList<>();
        Matcher matcher = ENTITY_TAG.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.region(end, header.length()).lookingAt()) {
            if (matcher.group(1) == null) {
                strong.add(matcher.group(2));
            }
            end = matcher.end();
        }
        if (end < header.length()) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST);
        }
        return new IfMatch(false, List.copyOf(strong));
    }

    /**
     * @param currentVersion the version that stands now
     * @throws ProblemException {@code version-moved-on} (412) with the current version in {@code ETag}, if the
     *     header names others only
     */
    public void check(long currentVersion) {
        if (!any && !tags.contains(Long.toString(currentVersion))) {
            throw new ProblemException(
                    ProblemType.VERSION_MOVED_ON,
                    List.of(),
                    List.of(),
                    Map.of(HttpHeaders.ETAG, entityTag(currentVersion)),
                    null);
        }
    }

    /**
     * @param version a version
     * @return its entity tag, such as {@code "3"} with the quotes
     */
    public static String entityTag(long version) {
        return "\"" + version + "\"";
    }
}
