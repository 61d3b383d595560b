package com.qontak.aiagent.agents.pack;

import com.qontak.aiagent.web.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects findings, those of one section alone when one is asked for. It stops at a number nobody would read to the
 * end, so that an answer stays small however odd the input is; an error is never dropped in favour of a warning.
 */
final class Findings {

    /** The most findings one report holds. */
    static final int LIMIT = 1_000;

    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final String root;
    private final @Nullable String section;

    Findings(String root, @Nullable PackSection section) {
        this.root = root;
        this.section = section == null ? null : root + "/" + section.field();
    }

    void add(PackFinding finding, Place place, Object... quoted) {
        add(finding.at(place.pointer(), quoted));
    }

    void add(Finding finding) {
        List<Finding> sameSeverity = finding.isError() ? errors : warnings;
        if (sameSeverity.size() < LIMIT && belongs(finding.pointer())) {
            sameSeverity.add(finding);
        }
    }

    /** Errors first, each kind in the order it was found; at most {@link #LIMIT}. */
    List<Finding> all() {
        return Stream.concat(errors.stream(), warnings.stream()).limit(LIMIT).toList();
    }

    private boolean belongs(String pointer) {
        return section == null || pointer.equals(root) || pointer.equals(section) || pointer.startsWith(section + "/");
    }
}
