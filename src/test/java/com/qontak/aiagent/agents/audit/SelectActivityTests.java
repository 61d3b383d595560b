package com.qontak.aiagent.agents.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.access.audit.AuditOutcome;
import com.qontak.aiagent.agents.Listed;
import com.qontak.aiagent.testing.OwnDatabase;
import com.qontak.aiagent.testing.SteppedClock;
import com.qontak.aiagent.web.PageRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectActivityTests {

    private static final OwnDatabase DATABASE = OwnDatabase.migrated();
    private static int organizations;

    private final TrailRows trail = new TrailRows(DATABASE);
    private final SteppedClock clock = new SteppedClock(TrailRows.BEGINNING);
    private final SelectActivity select =
            new SelectActivity(DATABASE.rows(), new Unfinished(Duration.ofMinutes(5)), clock);
    private final long organization = ++organizations;

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @Test
    void pagesAreNewestFirstAndBeginWithTheCreationThatMadeTheAgent() {
        trail.made(organization, "a", "agent.create", 1, 2, 7);
        trail.done(organization, "b", "agent.replace", 3, 4, "refused", 7);
        trail.done(organization, "c", "agent.publish", 5, 6, "succeeded", 7);
        trail.done(organization, "c", "agent.publish", 5, 6, "succeeded", 8);

        Listed<Activity> first = select.page(organization, TrailRows.agent(7), new PageRequest(1, 2));
        Listed<Activity> second = select.page(organization, TrailRows.agent(7), new PageRequest(2, 2));
        Listed<Activity> third = select.page(organization, TrailRows.agent(7), new PageRequest(3, 2));

        assertThat(first.total()).isEqualTo(3);
        assertThat(first.items()).extracting(Activity::action).containsExactly("agent.publish", "agent.replace");
        assertThat(second.items()).extracting(Activity::action).containsExactly("agent.create");
        assertThat(third.items()).isEmpty();
        assertThat(third.total()).isEqualTo(3);
        assertThat(second.items().get(0).at()).isEqualTo(TrailRows.minute(1));
    }

    @Test
    void sameAgentIdInAnotherOrganizationHasAnotherTrail() {
        trail.done(organization, "a", "agent.publish", 1, 2, "succeeded", 7);

        assertThat(select.page(++organizations, TrailRows.agent(7), new PageRequest(1, 25))
                        .total())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "agent.publish, 119999, RUNNING",
        "agent.publish, 120000, UNKNOWN",
        "agent.preview, 359999, RUNNING",
        "agent.preview, 360000, UNKNOWN",
        "resource.add, 899999, RUNNING",
        "resource.add, 900000, UNKNOWN"
    })
    void eventWithoutOutcomeRunsUntilItCannotAnyMore(String action, long ageMillis, AuditOutcome outcome) {
        trail.begun(organization, "a", action, 0, 7);
        clock.step(Duration.ofMillis(ageMillis));

        assertThat(select.page(organization, TrailRows.agent(7), new PageRequest(1, 25))
                        .items())
                .singleElement()
                .satisfies(activity -> {
                    assertThat(activity.outcome()).isEqualTo(outcome);
                    assertThat(activity.changed()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({"failed", "cancelled", "''"})
    void deletionWhoseEndIsNotKnownLeavesTheTrailOfAnAgentThereWas(String outcome) {
        if (outcome.isEmpty()) {
            trail.begun(organization, "a", "agent.delete", 3, 7);
        } else {
            trail.done(organization, "a", "agent.delete", 3, 4, outcome, 7);
        }
        assertThat(select.wasDeleted(organization, TrailRows.agent(7))).isFalse();

        trail.done(organization, "a", "agent.publish", 1, 2, "succeeded", 7);
        assertThat(select.wasDeleted(organization, TrailRows.agent(7))).isTrue();
    }

    @Test
    void onlyADeletionThatSucceededLeavesATrailBehind() {
        trail.done(organization, "a", "agent.delete", 1, 2, "refused", 7);
        assertThat(select.wasDeleted(organization, TrailRows.agent(7))).isFalse();

        trail.done(organization, "a", "agent.delete", 3, 4, "succeeded", 7);
        assertThat(select.wasDeleted(organization, TrailRows.agent(7))).isTrue();
        assertThat(select.wasDeleted(++organizations, TrailRows.agent(7))).isFalse();
    }
}
