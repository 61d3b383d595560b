package com.qontak.aiagent.agents.refine;

import com.qontak.aiagent.web.Finding;
import java.util.List;

/**
 * What a refinement came to.
 *
 * @param reply what to show
 * @param baseVersion the version the changes are made for
 * @param changes what would change; empty when nothing would
 * @param findings what validation finds in the proposed pack
 */
record Refinement(String reply, long baseVersion, List<Change> changes, List<Finding> findings) {

    Refinement {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }
}
