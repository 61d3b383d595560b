package com.qontak.aiagent.agents.refine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id of a change, made from its content. It says nothing about who made the change: it tells changes apart, and
 * shows when one was altered on its way. Dependencies are left out, for they name changes themselves.
 */
final class ChangeId {

    private static final int BYTES = 12;

    private ChangeId() {}

    static String of(Change change) {
        MessageDigest digest = sha256();
        JsonContent.digest(change.section().field(), digest);
        JsonContent.digest(change.capabilityId(), digest);
        JsonContent.digest(change.itemId(), digest);
        JsonContent.digest(change.kind().name(), digest);
        JsonContent.digest(change.pointer(), digest);
        JsonContent.digest(change.before(), digest);
        JsonContent.digest(change.after(), digest);
        if (change.position() != null) {
            JsonContent.digest(Integer.toString(change.position().index()), digest);
            JsonContent.digest(change.position().after(), digest);
        }
        for (Operation operation : change.operations()) {
            JsonContent.digest(operation.op().name(), digest);
            JsonContent.digest(operation.from(), digest);
            JsonContent.digest(operation.path(), digest);
            JsonContent.digest(operation.value(), digest);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
