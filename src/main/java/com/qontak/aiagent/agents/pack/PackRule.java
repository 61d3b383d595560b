package com.qontak.aiagent.agents.pack;

/** One thing a sensible pack keeps to, beyond its shape. It takes time linear in the size of the pack, and never fails. */
interface PackRule {

    void check(PackOutline pack, Findings findings);
}
