package com.qontak.aiagent.upstream.chatbotai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.draft.Draft;
import com.qontak.aiagent.agents.draft.DraftRequest;
import com.qontak.aiagent.agents.pack.CapabilityPack;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A drafted pack as {@code chatbot-ai} answers it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DraftPayload(@Nullable ObjectNode skillPack, @Nullable List<String> notes) {

    /** What a draft sends. */
    record Request(String prompt, String language, List<String> actionIds, List<String> documentIds) {

        static Request of(DraftRequest request) {
            return new Request(
                    request.prompt(),
                    Objects.requireNonNullElse(request.language(), DraftRequest.DEFAULT_LANGUAGE),
                    Objects.requireNonNullElse(request.actionIds(), List.of()),
                    Objects.requireNonNullElse(request.resourceIds(), List.of()));
        }
    }

    /**
     * @param prompt what it was drafted from
     * @throws RuntimeException if there is no pack
     */
    Draft toDraft(String prompt) {
        ObjectNode pack = Vocabulary.translate(Objects.requireNonNull(skillPack));
        String written = prompt + "\n" + String.join("\n", pack.findValuesAsText("name"));
        return new Draft(
                new CapabilityPack(pack),
                Objects.requireNonNullElse(notes, List.<String>of()).stream()
                        .filter(note -> !note.isBlank())
                        .map(note -> Vocabulary.noteToPublic(note, written))
                        .toList());
    }
}
