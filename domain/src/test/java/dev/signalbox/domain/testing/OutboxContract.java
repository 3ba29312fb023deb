package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import dev.signalbox.domain.port.out.RunChange;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told elsewhere waits until it is delivered, and belongs to one server at a time. */
public abstract class OutboxContract extends StoreContract {

    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void tellsOfAForcedEndThatIsKeptAndOfNoOther() {
        Workspace network = workspace("acme", "network");
        Run run = keep(aRun(network).in(RunStatus.APPLYING));
        Run forced = run.forcedToErrored(NOON);

        store.runs()
                .update(
                        run.id(),
                        _ -> RunChange.by(forced, event(AuditAction.RUN_FORCED_TO_ERRORED, network, run, forced)));

        Notification told = new Notification(
                Trigger.FORCED,
                NOON,
                network.organization(),
                network.name(),
                run.id(),
                RunStatus.ERRORED,
                Actor.atTheServer().name() + " forced it from applying to errored: provider outage",
                Optional.of(Actor.atTheServer().name()));
        for (Channel channel : Channel.values()) {
            assertThat(store.outbox().take(channel, 10, NOON, LATER))
                    .extracting(Delivery::notification)
                    .containsExactly(told);
        }
    }

    @Test
    void tellsOfNothingThatWasUndone() {
        Workspace network = workspace("acme", "network");
        Run run = keep(aRun(network).in(RunStatus.APPLYING));
        AuditEvent event = event(AuditAction.RUN_FORCED_TO_ERRORED, network, run, run.forcedToErrored(NOON));
        store.audit().add(event);
        take(10);

        try {
            store.runs().update(run.id(), _ -> RunChange.by(run.forcedToErrored(NOON), event));
        } catch (RuntimeException idsAreUnique) {
            assertThat(take(10)).isEmpty();
            return;
        }
        throw new AssertionError("two events of one ID were kept");
    }

    @Test
    void givesEachToOneServerUntilItsTurnIsOver() {
        add(3);

        List<Delivery> mine = take(2);
        assertThat(mine).extracting(Delivery::attempts).containsExactly(1, 1);
        assertThat(take(2)).hasSize(1).doesNotContainAnyElementsOf(mine);
        assertThat(take(2)).isEmpty();

        List<Delivery> again = store.outbox().take(Channel.WEBHOOK, 10, LATER, LATER.plusSeconds(1));
        assertThat(again)
                .extracting(Delivery::id)
                .startsWith(mine.get(0).id(), mine.get(1).id());
        assertThat(again).extracting(Delivery::attempts).containsExactly(2, 2, 2);
    }

    @Test
    void givesWhatNeedsAttentionBeforeWhatWasForced() {
        add(2, Trigger.FORCED);
        add(1, Trigger.NEEDS_ATTENTION);

        assertThat(take(2))
                .extracting(delivery -> delivery.notification().trigger())
                .containsExactly(Trigger.NEEDS_ATTENTION, Trigger.FORCED);
        assertThat(take(2))
                .extracting(delivery -> delivery.notification().trigger())
                .containsExactly(Trigger.FORCED);
    }

    @Test
    void keepsWhatIsPutOffAndForgetsWhatIsRemovedOrCleared() {
        add(3);
        List<Delivery> taken = take(10);

        store.outbox().putOff(taken.subList(0, 1), NOON.plusSeconds(5));
        store.outbox().remove(taken.subList(1, 2));

        assertThat(store.outbox().take(Channel.WEBHOOK, 10, NOON.plusSeconds(5), LATER))
                .extracting(Delivery::id)
                .containsExactly(taken.getFirst().id());
        assertThat(store.outbox().take(Channel.WEBHOOK, 10, LATER, LATER.plusSeconds(1)))
                .hasSize(2);
        store.outbox().clear(Channel.WEBHOOK);
        assertThat(store.outbox().take(Channel.WEBHOOK, 10, LATER.plusSeconds(9), LATER.plusSeconds(10)))
                .isEmpty();
        assertThat(store.outbox().take(Channel.EMAIL, 10, NOON, LATER)).hasSize(3);
    }

    @Test
    void givesWhatHasBeenDueForLongest() {
        add(2);
        List<Delivery> failed = take(1);
        store.outbox().putOff(failed, NOON.plusSeconds(1));

        assertThat(store.outbox().take(Channel.WEBHOOK, 1, LATER, LATER.plusSeconds(1)))
                .doesNotContainAnyElementsOf(failed)
                .hasSize(1);
        assertThat(store.outbox().take(Channel.WEBHOOK, 1, LATER, LATER.plusSeconds(1)))
                .extracting(Delivery::id)
                .containsExactly(failed.getFirst().id());
    }

    @Test
    void givesUpAllOfAChannelThatIsOlder() {
        add(2);
        take(1);

        assertThat(store.outbox().giveUp(Channel.WEBHOOK, NOON)).isZero();
        assertThat(store.outbox().giveUp(Channel.WEBHOOK, NOON.plusMillis(1))).isEqualTo(2);

        assertThat(store.outbox().take(Channel.WEBHOOK, 10, LATER, LATER.plusSeconds(1)))
                .isEmpty();
        assertThat(store.outbox().take(Channel.EMAIL, 10, NOON, LATER)).hasSize(2);
    }

    private List<Delivery> take(int most) {
        return store.outbox().take(Channel.WEBHOOK, most, NOON, LATER);
    }

    private void add(int count) {
        add(count, Trigger.NEEDS_ATTENTION);
    }

    private void add(int count, Trigger trigger) {
        Workspace network = workspace("acme", "network");
        for (int i = 0; i < count; i++) {
            store.outbox()
                    .add(new Notification(
                            trigger,
                            NOON,
                            network.organization(),
                            network.name(),
                            ids.run(),
                            RunStatus.APPLYING,
                            "no output for 47 min",
                            Optional.empty()));
        }
    }

    private AuditEvent event(AuditAction action, Workspace workspace, Run before, Run after) {
        return AuditEvent.ofRun(
                ids.auditEvent(),
                NOON,
                Actor.atTheServer(),
                action,
                workspace,
                before.status(),
                after,
                Optional.of("provider outage"));
    }
}
