package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of each run it is told once that it begins to need attention, whoever finds it first. */
public abstract class AttentionLogContract extends StoreContract {

    private static final Instant LONG_AGO = NOON.minusSeconds(600);

    @Test
    void asksForTheUnknownAndTellsOfEachOnce() {
        RunId one = ids.run();
        RunId other = ids.run();
        assertThat(store.attentionLog().note(Set.of(one, other), NOON, NOON, LONG_AGO))
                .containsExactlyInAnyOrder(one, other);

        store.attentionLog().begin(notification(one));
        store.attentionLog().begin(notification(one));

        assertThat(store.attentionLog().note(Set.of(one, other), NOON, NOON, LONG_AGO))
                .containsExactly(other);
        assertThat(store.outbox().take(Channel.EMAIL, 10, NOON, NOON.plusSeconds(9)))
                .extracting(Delivery::notification)
                .containsExactly(notification(one));
    }

    @Test
    void forgetsWhatHasNotNeededAttentionForAWhile() {
        RunId run = ids.run();
        store.attentionLog().begin(notification(run));

        assertThat(store.attentionLog().note(Set.of(), NOON.plusSeconds(600), NOON.plusSeconds(600), NOON))
                .isEmpty();
        assertThat(store.attentionLog().note(Set.of(run), NOON.plusSeconds(600), NOON.plusSeconds(600), NOON))
                .isEmpty();
        assertThat(store.attentionLog()
                        .note(Set.of(), NOON.plusSeconds(1200), NOON.plusSeconds(1200), NOON.plusSeconds(600)))
                .isEmpty();
        assertThat(store.attentionLog()
                        .note(Set.of(), NOON.plusSeconds(1201), NOON.plusSeconds(1201), NOON.plusSeconds(601)))
                .isEmpty();
        assertThat(store.attentionLog()
                        .note(Set.of(run), NOON.plusSeconds(1202), NOON.plusSeconds(1202), NOON.plusSeconds(602)))
                .containsExactly(run);
    }

    @Test
    void notesNothingAnewWhereItIsNotedLately() {
        RunId run = ids.run();
        store.attentionLog().begin(notification(run));
        store.attentionLog().note(Set.of(run), NOON.plusSeconds(59), NOON.minusSeconds(1), LONG_AGO);
        store.attentionLog().note(Set.of(), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusMillis(1));
        assertThat(store.attentionLog()
                        .note(Set.of(run), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusMillis(1)))
                .containsExactly(run);

        store.attentionLog().begin(notification(run));
        store.attentionLog().note(Set.of(run), NOON.plusSeconds(60), NOON, LONG_AGO);
        store.attentionLog().note(Set.of(), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusSeconds(60));
        assertThat(store.attentionLog()
                        .note(Set.of(run), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusSeconds(60)))
                .isEmpty();
    }

    private static Notification notification(RunId run) {
        return new Notification(
                Trigger.NEEDS_ATTENTION,
                NOON,
                new OrganizationName("acme"),
                new WorkspaceName("network"),
                run,
                RunStatus.APPLYING,
                "no output for 47 min",
                Optional.empty());
    }
}
