package com.qontak.aiagent.upstream.chatbotai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftPayloadTests {

    private static final String PROMPT = "An agent for a training centre";

    @Test
    void noteThatUsesAWordOfTheLanguageIsKept() throws JsonProcessingException {
        assertThat(notes("Retur", "Added a topic on upskilling")).containsExactly("Added a topic on upskilling");
    }

    @Test
    void noteThatNamesWhatIsInTheDraftNamesItAsTheDraftDoes() throws JsonProcessingException {
        assertThat(notes("Skill tests", "Topics drafted: Skill tests")).containsExactly("Topics drafted: Skill tests");
    }

    @Test
    void upstreamsOwnWordsAreTranslated() throws JsonProcessingException {
        assertThat(notes("Retur", "Drafted 1 skill", " ")).containsExactly("Drafted 1 capability");
    }

    private static List<String> notes(String name, String... notes) throws JsonProcessingException {
        ObjectNode pack = (ObjectNode) new ObjectMapper()
                .readTree("{\"skills\": [{\"skill_id\": \"skill_1\", \"name\": \"%s\"}]}".formatted(name));
        return new DraftPayload(pack, List.of(notes)).toDraft(PROMPT).notes();
    }
}
