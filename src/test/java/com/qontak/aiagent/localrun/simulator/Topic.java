package com.qontak.aiagent.localrun.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;

/**
 * Something customers write about, from which a skill can be made; {@code topics.json} lists them.
 *
 * @param keywords what a text about it contains, in either language; none for the topic that fits when no other does
 * @param division who takes over when the skill cannot go on
 * @param actions the actions that belong to it rather than to another topic
 * @param variables what has to be known before an answer
 */
record Topic(
        String skillId,
        List<String> keywords,
        String division,
        List<String> actions,
        List<Variable> variables,
        Texts id,
        Texts en) {

    private static final List<Topic> ALL = Json.resource("topics.json", new TypeReference<>() {});

    /** Something to be collected, with its type in the pack. */
    record Variable(String name, String type) {}

    /** The topic in one language; {@code variables} describes each variable by its name. */
    record Texts(
            String name,
            String description,
            String whenToUse,
            String ask,
            String answer,
            String exitWhen,
            String exitMessage,
            Map<String, String> variables) {

        private Texts about(String subject, Language language) {
            return new Texts(
                    subject,
                    language.pick("Membantu pelanggan soal ", "Helps the customer with ") + subject + ".",
                    language.pick("Pelanggan bertanya tentang ", "The customer asks about ") + subject,
                    ask,
                    answer,
                    exitWhen,
                    exitMessage,
                    variables);
        }
    }

    Texts in(Language language) {
        return language == Language.ID ? id : en;
    }

    /** @return the topics a text is about, in the order of the list; none when no keyword stands in it */
    static List<Topic> in(String text) {
        return ALL.stream()
                .filter(topic -> Words.containsAny(text, topic.keywords))
                .toList();
    }

    /** @return the topic that fits when no other does */
    static Topic general() {
        return ALL.get(ALL.size() - 1);
    }

    /** @return a topic of its own for a subject nobody foresaw, of at most 120 characters */
    static Topic about(String subject) {
        Topic general = general();
        return new Topic(
                Words.slug(subject),
                general.keywords,
                general.division,
                general.actions,
                general.variables,
                general.id.about(subject, Language.ID),
                general.en.about(subject, Language.EN));
    }
}
