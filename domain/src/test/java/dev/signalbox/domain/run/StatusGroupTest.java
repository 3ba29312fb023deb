package dev.signalbox.domain.run;

import static dev.signalbox.domain.run.RunStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusGroupTest {

    @Test
    void knowsItsStatuses() {
        assertThat(StatusGroup.FINAL.statuses())
                .isEqualTo(Set.of(APPLIED, DISCARDED, ERRORED, CANCELED, PLANNED_AND_FINISHED));
        assertThat(StatusGroup.NON_FINAL.statuses())
                .hasSize(8)
                .doesNotContainAnyElementsOf(StatusGroup.FINAL.statuses());
        assertThat(StatusGroup.DISCARDABLE.statuses())
                .isEqualTo(Set.of(PENDING, PLANNED, POLICY_CHECKED, POLICY_OVERRIDE));
        assertThat(StatusGroup.ACTIVE.statuses()).isEqualTo(Set.of(PLANNING, POLICY_CHECKING, CONFIRMED, APPLYING));
        assertThat(StatusGroup.WAITING.statuses()).isEqualTo(Set.of(PLANNED, POLICY_OVERRIDE, POLICY_CHECKED));
    }

    @Test
    void readsItsNames() {
        assertThat(StatusGroup.ofWireName("non_final")).contains(StatusGroup.NON_FINAL);
        assertThat(StatusGroup.ofWireName("NON_FINAL")).isEmpty();
        assertThat(StatusGroup.ofWireName("non-final")).isEmpty();
        assertThat(StatusGroup.ofWireName("")).isEmpty();
    }
}
