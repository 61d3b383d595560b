package com.qontak.aiagent.agents.migration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What became of each node: it is entered, and whatever of it is lost is noted. */
final class Account {

    private final Map<TreeNode, List<Note>> notes = new IdentityHashMap<>();
    private final List<Note> ofDiagram = new ArrayList<>();

    /**
     * @param about what the text names; empty when it names nothing
     */
    record Note(Remark remark, String about) {}

    /** Enters a node that is in the pack, exactly as it is until something is noted. */
    void enter(TreeNode node) {
        notes.put(node, List.of());
    }

    /** Enters a node that is not in the pack. */
    void leaveOut(TreeNode node, Remark why) {
        notes.put(node, List.of(new Note(why, "")));
    }

    void note(TreeNode node, Remark remark) {
        note(node, remark, "");
    }

    /** Each remark is noted once for a node. */
    void note(TreeNode node, Remark remark, String about) {
        List<Note> before = of(node);
        if (before.stream().noneMatch(note -> note.remark() == remark)) {
            List<Note> all = new ArrayList<>(before);
            all.add(new Note(remark, about));
            notes.put(node, all);
        }
    }

    void noteDiagram(Remark remark, String about) {
        ofDiagram.add(new Note(remark, about));
    }

    /** @throws IllegalStateException if nobody entered it */
    List<Note> of(TreeNode node) {
        List<Note> noted = notes.get(node);
        if (noted == null) {
            throw new IllegalStateException("Not accounted for: " + node.pointer());
        }
        return noted;
    }

    List<Note> ofDiagram() {
        return ofDiagram;
    }
}
