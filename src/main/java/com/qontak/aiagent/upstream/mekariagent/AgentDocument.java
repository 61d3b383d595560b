package com.qontak.aiagent.upstream.mekariagent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.agents.Agent;
import com.qontak.aiagent.agents.StoredAgent;
import com.qontak.aiagent.agents.pack.PackLayout;
import com.qontak.aiagent.agents.pack.PackLayout.Span;
import com.qontak.aiagent.upstream.UnreadBody;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An agent in the very bytes that {@code mekari-agent} answered. */
final class AgentDocument implements StoredAgent {

    // Reading as many one by one takes no less than reading all at once.
    private static final int MOST_EDITED = 4;

    private static final byte[] EMPTY_PACK = "{}".getBytes(StandardCharsets.US_ASCII);

    private final UnreadBody<AgentPayload> body;
    private final UUID asked;

    // Looked for when the next version comes, which most agents never have here; found twice it is the same.
    private volatile @Nullable Optional<PackLayout> layout;

    /** @param asked the agent that was asked for */
    AgentDocument(UnreadBody<AgentPayload> body, UUID asked) {
        this.body = body;
        this.asked = asked;
    }

    @Override
    public byte[] content() {
        return body.bytes();
    }

    @Override
    public Agent read() {
        return body.read().of(asked).toAgent();
    }

    @Override
    public Optional<Edit> since(StoredAgent known) {
        if (!(known instanceof AgentDocument former)) {
            return Optional.empty();
        }
        Optional<PackLayout> before = former.layout();
        Optional<PackLayout> now = before.flatMap(layout -> layout.follow(former.content(), content()));
        layout = now.isPresent() ? now : null;
        try {
            return now.flatMap(layout -> edit(former.content(), before.orElseThrow(), layout));
        } catch (RuntimeException broken) {
            // Reading all of it says what is wrong.
            return Optional.empty();
        }
    }

    private Optional<PackLayout> layout() {
        Optional<PackLayout> found = layout;
        if (found == null) {
            found = PackLayout.of(content(), "skill_pack", "skills");
            layout = found;
        }
        return found;
    }

    private Optional<Edit> edit(byte[] former, PackLayout before, PackLayout now) {
        List<Integer> different = IntStream.range(0, now.capabilities().size())
                .filter(index -> differs(
                        former,
                        before.capabilities().get(index),
                        now.capabilities().get(index)))
                .boxed()
                .toList();
        if (different.size() > MOST_EDITED) {
            return Optional.empty();
        }
        Agent agent =
                body.read(around(now.pack()), AgentPayload.class).of(asked).toAgent();
        Map<Integer, ObjectNode> capabilities = different.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        index -> capability(now.capabilities().get(index))));
        int bytes = different.stream()
                .mapToInt(index -> now.capabilities().get(index).length())
                .sum();
        return Optional.of(new Edit(agent.summary(), agent.createdAt(), capabilities, bytes));
    }

    private boolean differs(byte[] former, Span was, Span is) {
        return !Arrays.equals(former, was.from(), was.to(), content(), is.from(), is.to());
    }

    private ObjectNode capability(Span place) {
        return Vocabulary.translateCapability(body.read(place.of(content()), ObjectNode.class));
    }

    // Few bytes, with nothing in the place of the pack.
    private byte[] around(Span pack) {
        byte[] content = content();
        byte[] around = Arrays.copyOf(content, content.length - pack.length() + EMPTY_PACK.length);
        System.arraycopy(EMPTY_PACK, 0, around, pack.from(), EMPTY_PACK.length);
        System.arraycopy(content, pack.to(), around, pack.from() + EMPTY_PACK.length, content.length - pack.to());
        return around;
    }
}
