package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.localrun.demo.DemoOrganization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The agents and documents that are there from the start, so that no list is empty: those that have rooms in the demo
 * data, and a draft.
 */
final class DemoAgents {

    private static final String ACTOR = "demo";
    private static final String DOCUMENT = "doc_kebijakan_retur";
    private static final long FIRST_ORGANIZATION = 1;

    private final SkillPackDrafter drafter;
    private final Instant now;

    /** @param now when the demonstration starts; everything in it is older */
    DemoAgents(SkillPackDrafter drafter, Instant now) {
        this.drafter = drafter;
        this.now = now;
    }

    void addTo(AgentStore agents, DocumentStore documents) {
        DemoOrganization.all()
                .forEach(
                        organization -> organization.agents().forEach(each -> agents.keep(atWork(organization, each))));
        Agent first = agents.current(FIRST_ORGANIZATION, UpstreamSimulator.LIVE_AGENT.toString());
        ObjectNode skillPack = first.skillPack().deepCopy();
        new SkillPack(skillPack).profile().put("greeting", "Halo, selamat datang di Toko Maju! Apa kabar pesanannya?");
        agents.keep(first.saved(new Agent.Content(first.name(), skillPack), daysAgo(6), ACTOR)
                .published(daysAgo(5), ACTOR));
        agents.keep(agent(
                UpstreamSimulator.DRAFT_AGENT,
                FIRST_ORGANIZATION,
                "Asisten Penjualan Toko Maju",
                pack("Asisten untuk Toko Maju: bantu penjualan, stok, dan jam buka", List.of("create_deal"), List.of()),
                2));
        documents.keep(
                FIRST_ORGANIZATION,
                new Document(
                        DOCUMENT,
                        UpstreamSimulator.LIVE_AGENT.toString(),
                        "file",
                        "Kebijakan retur.pdf",
                        List.of("return_request"),
                        48_213,
                        Optional.empty(),
                        daysAgo(20)));
    }

    private Agent atWork(DemoOrganization organization, DemoOrganization.Agent agent) {
        ObjectNode skillPack = agent.id().equals(UpstreamSimulator.LIVE_AGENT)
                ? pack(
                        "Asisten untuk Toko Maju: cek pesanan, retur, dan keluhan pelanggan",
                        List.of("create_ticket"),
                        List.of(DOCUMENT))
                : pack("Asisten untuk " + organization.name() + ": " + agent.name(), List.of(), List.of());
        return agent(agent.id(), organization.id(), agent.name(), skillPack, agent.daysAgo())
                .published(daysAgo(agent.daysAgo()), ACTOR);
    }

    private ObjectNode pack(String prompt, List<String> actionIds, List<String> documentIds) {
        return drafter.draft(prompt, Language.ID, actionIds, documentIds).skillPack();
    }

    private Agent agent(UUID id, long organizationId, String name, ObjectNode skillPack, int days) {
        return Agent.first(id.toString(), organizationId, new Agent.Content(name, skillPack), daysAgo(days), ACTOR);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }
}
