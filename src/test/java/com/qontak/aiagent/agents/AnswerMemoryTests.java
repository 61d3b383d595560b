package com.qontak.aiagent.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.access.Organization;
import com.qontak.aiagent.agents.AnswerMemory.Remembered;
import com.qontak.aiagent.web.PreparedAnswer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AnswerMemoryTests {

    private static final UUID AGENT = new UUID(0, 1);
    private static final int BYTES = 4_000;

    @Test
    void answerIsItsTenantsItsAgentsAndItsLanguagesOwn() {
        AnswerMemory memory = of(DataSize.ofMegabytes(1));
        memory.keep(caller(1), AGENT, Locale.ENGLISH, remembered());

        assertThat(memory.find(caller(1), AGENT, Locale.ENGLISH)).isNotNull();
        assertThat(memory.find(caller(2), AGENT, Locale.ENGLISH)).isNull();
        assertThat(memory.find(caller(1), new UUID(0, 2), Locale.ENGLISH)).isNull();
        assertThat(memory.find(caller(1), AGENT, Locale.forLanguageTag("id"))).isNull();
    }

    @Test
    void allTogetherStayWithinTheirBytes() {
        DataSize limit = DataSize.ofKilobytes(64);
        AnswerMemory memory = of(limit);

        IntStream.range(0, 100)
                .forEach(number -> memory.keep(caller(1), new UUID(0, number), Locale.ENGLISH, remembered()));

        assertThat(memory.bytes()).isPositive().isLessThanOrEqualTo(limit.toBytes());
    }

    @Test
    void nothingIsRememberedInNoBytes() {
        AnswerMemory memory = of(DataSize.ofBytes(0));

        memory.keep(caller(1), AGENT, Locale.ENGLISH, remembered());

        assertThat(memory.bytes()).isZero();
    }

    private static AnswerMemory of(DataSize limit) {
        return new AnswerMemory(new AnswerMemoryProperties(limit));
    }

    private static Remembered remembered() {
        StoredAgent stored = mock(StoredAgent.class);
        when(stored.content()).thenReturn(new byte[BYTES]);
        return new Remembered(
                stored,
                false,
                Set.of(),
                AgentChecks.PACK,
                new PreparedAnswer("\"1\"", new byte[BYTES]),
                Optional.empty());
    }

    private static Caller caller(long organizationId) {
        Organization organization = new Organization(organizationId, "Toko", "plus", 2, Organization.DEFAULT_TIME_ZONE);
        return new Caller("actor", Set.of(), organization, null, "request");
    }
}
