package com.qontak.aiagent.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.agents.pack.KnownActions;
import com.qontak.aiagent.agents.pack.PackChecks;
import com.qontak.aiagent.agents.pack.PackEdits;
import com.qontak.aiagent.agents.pack.PackValidator;
import com.qontak.aiagent.testing.ServiceTest;
import com.qontak.aiagent.upstream.mekariagent.StoredAgents;
import com.qontak.aiagent.upstream.vocabulary.Vocabulary;
import com.qontak.aiagent.web.PreparedAnswer;
import com.qontak.aiagent.web.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/** An agent that was edited is answered like one that nobody knew, though most of it is not read again. */
@ServiceTest
class EditedAgentTests {

    private static final UUID AGENT = UUID.fromString(AgentJson.UUID);
    private static final int TRIES = 400;

    private final ObjectMapper json;
    private final PackChecks packs;
    private final AgentWriting writing;
    private final AgentReading reading;
    private byte[] stored = {};
    private int readInFull;

    @Autowired
    EditedAgentTests(ObjectMapper json, PackValidator validator, AgentWriting writing) {
        this.json = json;
        this.packs = new PackChecks(
                validator, caller -> Mono.just(new KnownActions(Map.of("create_ticket", Set.of("subject")))));
        this.writing = writing;
        this.reading = readingAnew();
    }

    @AfterEach
    void endThreads() {
        packs.close();
    }

    static Object[] edits() {
        return new Object[] {
            edit("its version", agent -> agent.put("version", 1_000)),
            edit("what is around the pack", agent -> agent.put("status", "live").put("name", "\"capability_pack\":{")),
            edit("a text", agent -> capability(agent).put("when_to_use", "where is {{ order }} now")),
            edit("a word of the upstream's", agent -> capability(agent).put("skill", "{{phone}}")),
            edit("a step", EditedAgentTests::addStep),
        };
    }

    static Object[] editsOfMore() {
        return new Object[] {
            edit("a text with a mistake", agent -> capability(agent).put("when_to_use", "where is {{nothing}}")),
            edit("an id", agent -> capability(agent).put("skill_id", "another")),
            edit("the end of a handover", agent -> capability(agent).remove("performance_exit")),
            edit("a value that is no longer collected", agent -> checkpoints(agent)
                    .remove(0)),
            edit("an action", agent -> ((ObjectNode) checkpoints(agent).get(0))
                    .putArray("actions")
                    .addObject()
                    .put("action_id", "create_ticket")),
            edit("the routing", agent -> ((ObjectNode) agent.at("/skill_pack/routing")).put("x_note", 1)),
            edit("a capability less", agent -> ((ArrayNode) agent.at("/skill_pack/skills")).remove(1)),
        };
    }

    @ParameterizedTest
    @MethodSource("edits")
    void onlyWhatAnEditChangesIsRead(Consumer<ObjectNode> edit) throws IOException {
        assertThat(readAfter(agent(), edit)).contains("\"findings\":[]");
        assertThat(readInFull).isZero();
    }

    @ParameterizedTest
    @MethodSource("editsOfMore")
    void whatChangesTheRestIsReadInFull(Consumer<ObjectNode> edit) throws IOException {
        readAfter(agent(), edit);

        assertThat(readInFull).isOne();
    }

    @Test
    void warningElsewhereStaysInTheAnswer() throws IOException {
        ObjectNode agent = agent();
        ((ObjectNode) agent.at("/skill_pack/routing/rules/0")).put("when", "person");

        assertThat(readAfter(agent, edited -> capability(edited).put("when_to_use", "now")))
                .contains("vague_condition");
        assertThat(readInFull).isZero();
    }

    @Test
    void agentOfAnotherTenantIsNotAnsweredAsAnEdit() throws IOException {
        ObjectNode agent = agent();
        readAndCompare(agent);

        agent.put("organization_id", 2);

        assertThat(catchThrowable(() -> read(reading, agent.toString()))).isInstanceOf(ProblemException.class);
    }

    @Test
    void whateverIsEditedTheAnswerIsThatOfAWholeRead() throws IOException {
        int reads = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            PackEdits edits = new PackEdits(random);
            ObjectNode agent = agent();
            ObjectNode flawless = Vocabulary.translate((ObjectNode) agent.get("skill_pack"));
            ObjectNode pack = seed % 2 == 0 ? edits.original() : flawless;
            for (int version = 1; version < 6; version++) {
                agent.put("version", version).set("skill_pack", Vocabulary.translate(pack));
                String text = random.nextInt(4) == 0 ? agent.toPrettyString() : agent.toString();
                assertThat(read(reading, text)).as("seed %d", seed).isEqualTo(read(readingAnew(), text));
                pack = random.nextInt(8) == 0 ? edits.edited(pack) : edits.editedInOneCapability(pack);
                reads++;
            }
        }
        // Each is read once to compare.
        assertThat(readInFull - reads).isBetween(reads / 10, reads * 9 / 10);
    }

    @Test
    void whateverIsBrokenFailsLikeAWholeRead() throws IOException {
        byte[] whole = agent().toPrettyString().getBytes(StandardCharsets.UTF_8);
        int answered = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            read(reading, new String(whole, StandardCharsets.UTF_8));
            byte[] broken = whole.clone();
            for (int times = random.nextInt(3); times >= 0; times--) {
                broken[random.nextInt(broken.length)] = broken[random.nextInt(broken.length)];
            }
            String text = new String(broken, StandardCharsets.UTF_8);
            assertThat(outcome(reading, text)).as("seed %d", seed).isEqualTo(outcome(readingAnew(), text));
            answered += outcome(readingAnew(), text).startsWith("\"") ? 1 : 0;
        }
        assertThat(answered).isBetween(TRIES / 20, TRIES * 19 / 20);
    }

    private static Named<Consumer<ObjectNode>> edit(String name, Consumer<ObjectNode> edit) {
        return Named.of(name, edit);
    }

    private static void addStep(ObjectNode agent) {
        ((ObjectNode) checkpoints(agent).at("/0/next/0")).put("go_to", "more");
        ObjectNode step =
                checkpoints(agent).addObject().put("milestone_id", "more").put("name", "More");
        step.putArray("next").addObject().put("when", "all is said").put("go_to", "done");
    }

    private static ObjectNode capability(ObjectNode agent) {
        return (ObjectNode) agent.at("/skill_pack/skills/0");
    }

    private static ArrayNode checkpoints(ObjectNode agent) {
        return (ArrayNode) agent.at("/skill_pack/skills/0/milestones");
    }

    /** Two capabilities; the first collects the order, the other the phone, and each uses what the other collects. */
    private ObjectNode agent() throws IOException {
        ObjectNode agent = (ObjectNode) json.readTree(AgentJson.agent(1, 1, "draft"));
        ((ObjectNode) checkpoints(agent).get(0)).putArray("collect").addObject().put("name", "order");
        ObjectNode other = capability(agent).deepCopy().put("skill_id", "other").put("when_to_use", "{{order}}");
        ((ObjectNode) other.at("/milestones/0/collect/0")).put("name", "phone");
        ((ArrayNode) agent.at("/skill_pack/skills")).add(other);
        ((ObjectNode) agent.at("/skill_pack/routing/rules/0/then"))
                .put("type", "skill")
                .put("skill_id", "other");
        return agent;
    }

    /** The answer of an agent that was read before it was edited; reads in full are counted from there. */
    private String readAfter(ObjectNode agent, Consumer<ObjectNode> edit) {
        readAndCompare(agent);
        readInFull = 0;
        edit.accept(agent);
        return readAndCompare(agent);
    }

    private String readAndCompare(ObjectNode agent) {
        String answer = read(reading, agent.toString());
        int before = readInFull;
        assertThat(answer).isEqualTo(read(readingAnew(), agent.toString()));
        readInFull = before;
        return answer;
    }

    private String outcome(AgentReading reading, String agent) {
        try {
            return read(reading, agent);
        } catch (ProblemException refused) {
            return refused.toString();
        } catch (RuntimeException broken) {
            return "broken";
        }
    }

    private String read(AgentReading reading, String agent) {
        stored = agent.getBytes(StandardCharsets.UTF_8);
        PreparedAnswer answer = reading.read(caller(), AGENT, Locale.ENGLISH).block();
        return answer.entityTag() + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Caller caller() {
        Organization organization = new Organization(1, "Toko Maju", "plus", 2, Organization.DEFAULT_TIME_ZONE);
        return new Caller("bot_builder-1", Set.of(), organization, null, "request-1");
    }

    private AgentReading readingAnew() {
        AgentStore store = mock(AgentStore.class);
        when(store.get(any(), any(), any(), any())).thenAnswer(call -> {
            Function<StoredAgent, ?> made = call.getArgument(3);
            return Mono.fromSupplier(() -> made.apply(new Counted(StoredAgents.of(stored, AGENT, json))));
        });
        AnswerMemory memory = new AnswerMemory(new AnswerMemoryProperties(DataSize.ofMegabytes(10)));
        return new AgentReading(
                new OwnAgents(store, new SimpleMeterRegistry()),
                store,
                packs,
                new AgentEdits(packs, writing),
                memory,
                writing);
    }

    /** Counts how often an agent is read in full. */
    private final class Counted implements StoredAgent {

        private final StoredAgent agent;

        Counted(StoredAgent agent) {
            this.agent = agent;
        }

        @Override
        public byte[] content() {
            return agent.content();
        }

        @Override
        public Agent read() {
            readInFull++;
            return agent.read();
        }

        @Override
        public Optional<Edit> since(StoredAgent known) {
            return agent.since(((Counted) known).agent);
        }
    }
}
