package com.qontak.aiagent.agents.logicmap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ids that can stand in a map as they are, whatever a pack calls things. A usable id of the pack is kept; capital
 * letters, which no such id has, mark one that had to be made.
 */
final class NodeIds {

    private static final Pattern USABLE = Pattern.compile("[a-z0-9_]{1,64}");
    private static final int DIGEST_BYTES = 8;

    private NodeIds() {}

    /** For what has an id of its own: by its place when that cannot be used, or is used already. */
    static String ofItem(String id, int index, Set<String> taken) {
        return USABLE.matcher(id).matches() && taken.add(id) ? id : "N" + (index + 1);
    }

    /** For what is known by a name that several places share. */
    static String ofName(String name) {
        return USABLE.matcher(name).matches() ? name : "X" + digest(name);
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
