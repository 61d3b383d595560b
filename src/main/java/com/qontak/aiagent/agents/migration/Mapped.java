package com.qontak.aiagent.agents.migration;

import com.qontak.aiagent.agents.pack.CapabilityPack;
import java.util.List;

/**
 * What came of a tree.
 *
 * @param tree what was given
 * @param pack in public words
 * @param account what became of each node
 */
record Mapped(TreeDiagram tree, CapabilityPack pack, Account account) {

    /** The nodes that are not in the pack exactly as they are, parents before their children. */
    List<TreeNode> inexact() {
        return tree.nodes().stream().filter(node -> !account.of(node).isEmpty()).toList();
    }

    boolean isLeftOut(TreeNode node) {
        return account.of(node).stream().anyMatch(note -> note.remark().isLeftOut());
    }
}
