package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Drafts a whole pack from a prompt, by the topics its words are about. */
final class SkillPackDrafter {

    private static final int LONGEST_EXCERPT = 2_000;
    private static final String NAME_WORD = "\\p{Lu}[\\p{L}\\p{N}&'-]{0,30}";
    private static final Pattern BUSINESS = Pattern.compile(
            "\\b(?:for|untuk|bernama|named|called)\\s+(" + NAME_WORD + "(?:\\s" + NAME_WORD + "){0,3})");

    private final ActionCatalogue catalogue;

    SkillPackDrafter(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param notes what the person should know about the draft, in its language */
    record Draft(ObjectNode skillPack, List<String> notes) {}

    Draft draft(String prompt, Language language, List<String> actionIds, List<String> documentIds) {
        List<String> notes = new ArrayList<>();
        List<Topic> topics = Topic.in(prompt);
        if (topics.isEmpty()) {
            topics = List.of(Topic.general());
            notes.add(language.pick(
                    "Permintaan tidak menyebut topik yang dikenal, jadi draf ini hanya menjawab pertanyaan umum.",
                    "The request names no topic known here, so this draft answers general questions alone."));
        } else {
            notes.add(language.pick("Topik yang disusun: ", "Topics drafted: ")
                    + topics.stream().map(topic -> topic.in(language).name()).collect(Collectors.joining(", ")));
        }
        Map<Topic, List<ObjectNode>> actions = share(topics, actionIds, language, notes);

        ArrayNode skills = Json.array();
        topics.forEach(topic -> skills.add(SkillWriter.write(topic, language, actions.get(topic), documentIds)));
        ObjectNode tree = Json.object().put("schema_version", 1);
        tree.set("profile", profile(prompt, language));
        tree.set("skills", skills);
        tree.set("routing", Json.object().put("entry_skill_id", topics.get(0).skillId()));
        SkillPack pack = new SkillPack(tree);
        pack.addGlobalRule(
                language.pick("pelanggan ingin berbicara dengan petugas", "the customer asks for a person"),
                SkillPack.toPerson("support"));
        topics.forEach(topic -> pack.addGlobalRule(topic.in(language).whenToUse(), SkillPack.toSkill(topic.skillId())));
        pack.routing().set("fallback", SkillPack.toPerson("support"));
        return new Draft(tree, notes);
    }

    /** Gives each wanted action to the topic it belongs to, or else to the first. */
    private Map<Topic, List<ObjectNode>> share(
            List<Topic> topics, List<String> actionIds, Language language, List<String> notes) {
        Map<Topic, List<ObjectNode>> shared = new LinkedHashMap<>();
        topics.forEach(topic -> shared.put(topic, new ArrayList<>()));
        for (String actionId : actionIds) {
            Optional<ObjectNode> action = catalogue.find(actionId);
            if (action.isEmpty()) {
                notes.add(language.pick("Aksi ini tidak dikenal dan dilewati: ", "Left out, as it is unknown: ")
                        + actionId);
                continue;
            }
            Topic owner = topics.stream()
                    .filter(topic -> topic.actions().contains(actionId))
                    .findFirst()
                    .orElse(topics.get(0));
            shared.get(owner).add(action.get());
        }
        return shared;
    }

    private static ObjectNode profile(String prompt, Language language) {
        Matcher business = BUSINESS.matcher(prompt);
        String name = business.find() ? business.group(1) : language.pick("Pelanggan", "Customer");
        boolean formal = Words.containsAny(prompt, List.of("formal", "resmi"));
        String asked = prompt.strip().replaceAll("[{}]", "");
        ObjectNode profile = Json.object()
                .put("name", language.pick("Asisten " + name, name + " assistant"))
                .put("role", language.pick("Layanan pelanggan " + name, "Customer service, " + name))
                .put("language", language.code())
                .put("tone", formal ? "formal" : "friendly");
        profile.put(
                        "instructions",
                        language.pick(
                                        "Jawab dengan sopan dan langsung ke intinya. Tanyakan satu hal setiap kali."
                                                + " Permintaan awal: ",
                                        "Answer politely and to the point. Ask for one thing at a time. The request: ")
                                + asked.substring(0, Math.min(asked.length(), LONGEST_EXCERPT)))
                .put(
                        "greeting",
                        language.pick(
                                "Halo! Saya asisten virtual. Ada yang bisa saya bantu?",
                                "Hello! I am the virtual assistant. How can I help you?"));
        profile.set(
                "guardrails",
                Json.array(List.of(
                        language.pick("Jangan menjanjikan pengembalian dana", "Never promise a refund"),
                        language.pick(
                                "Jangan meminta kata sandi atau kode OTP", "Never ask for a password or a code"))));
        return profile.put("model_tier", "standard");
    }
}
