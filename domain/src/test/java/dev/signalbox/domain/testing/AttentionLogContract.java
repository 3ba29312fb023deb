package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.signalbox.domain.attention.Problem;
import dev.signalbox.domain.notification.Channel;
import dev.signalbox.domain.notification.Delivery;
import dev.signalbox.domain.notification.Notification;
import dev.signalbox.domain.notification.Trigger;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of each problem of a run it is told once that it begins, and once if it begins again, whoever finds it first. */
public abstract class AttentionLogContract extends StoreContract {

    private static final Instant LONG_AGO = NOON.minusSeconds(600);
    private static final Instant SINCE = NOON.minusSeconds(30);

    @Test
    void knowsWhatWasToldAndTellsOfEachOnce() {
        Problem one = silent(ids.run());
        Problem other = silent(ids.run());
        assertThat(store.attentionLog().note(Set.of(one, other), NOON, NOON, LONG_AGO))
                .isEmpty();

        begin(one);
        begin(one);

        assertThat(store.attentionLog().note(Set.of(one, other), NOON, NOON, LONG_AGO))
                .containsExactly(entry(one, SINCE));
        assertThat(take()).extracting(Delivery::notification).containsExactly(notification(one));
    }

    @Test
    void tellsOfAnotherProblemOfTheSameRun() {
        RunId run = ids.run();
        Problem behindLock = new Problem(run, RunStatus.PENDING, "behind-lock");
        Problem lost = new Problem(run, RunStatus.PENDING, "heartbeat-lost");
        begin(behindLock);
        take();

        assertThat(store.attentionLog().note(Set.of(behindLock, lost), NOON, NOON, LONG_AGO))
                .containsOnlyKeys(behindLock);
        begin(lost);

        assertThat(take()).extracting(Delivery::notification).containsExactly(notification(lost));
        assertThat(store.attentionLog().note(Set.of(behindLock, lost), NOON, NOON, LONG_AGO))
                .containsOnlyKeys(behindLock, lost);
    }

    @Test
    void tellsOfTheSameInALaterStatus() {
        RunId run = ids.run();
        Problem plan = new Problem(run, RunStatus.PLANNING, "silent");
        begin(plan);
        begin(silent(run));

        assertThat(take()).hasSize(2);
        assertThat(store.attentionLog().note(Set.of(plan), NOON, NOON, LONG_AGO))
                .containsOnlyKeys(plan);
    }

    @Test
    void tellsOfWhatHasComeAgainOnce() {
        Problem problem = silent(ids.run());
        begin(problem);
        take();

        Instant later = SINCE.plusSeconds(30);
        store.attentionLog().begin(problem, later, notification(problem));
        store.attentionLog().begin(problem, later, notification(problem));
        begin(problem);

        assertThat(take()).hasSize(1);
        assertThat(store.attentionLog().note(Set.of(problem), NOON.plusSeconds(60), NOON, LONG_AGO))
                .containsExactly(entry(problem, later));
    }

    @Test
    void forgetsWhatHasNotNeededAttentionForAWhile() {
        Problem problem = silent(ids.run());
        begin(problem);

        assertThat(store.attentionLog().note(Set.of(), NOON.plusSeconds(600), NOON.plusSeconds(600), NOON))
                .isEmpty();
        assertThat(store.attentionLog().note(Set.of(problem), NOON.plusSeconds(600), NOON.plusSeconds(600), NOON))
                .containsOnlyKeys(problem);
        assertThat(store.attentionLog()
                        .note(Set.of(), NOON.plusSeconds(1200), NOON.plusSeconds(1200), NOON.plusSeconds(600)))
                .isEmpty();
        assertThat(store.attentionLog()
                        .note(Set.of(), NOON.plusSeconds(1201), NOON.plusSeconds(1201), NOON.plusSeconds(601)))
                .isEmpty();
        assertThat(store.attentionLog()
                        .note(Set.of(problem), NOON.plusSeconds(1202), NOON.plusSeconds(1202), NOON.plusSeconds(602)))
                .isEmpty();
    }

    @Test
    void notesNothingAnewWhereItIsNotedLately() {
        Problem problem = silent(ids.run());
        begin(problem);
        store.attentionLog().note(Set.of(problem), NOON.plusSeconds(59), NOON.minusSeconds(1), LONG_AGO);
        store.attentionLog().note(Set.of(), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusMillis(1));
        assertThat(store.attentionLog()
                        .note(Set.of(problem), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusMillis(1)))
                .isEmpty();

        begin(problem);
        store.attentionLog().note(Set.of(problem), NOON.plusSeconds(60), NOON, LONG_AGO);
        store.attentionLog().note(Set.of(), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusSeconds(60));
        assertThat(store.attentionLog()
                        .note(Set.of(problem), NOON.plusSeconds(600), NOON.plusSeconds(540), NOON.plusSeconds(60)))
                .containsOnlyKeys(problem);
    }

    private static Problem silent(RunId run) {
        return new Problem(run, RunStatus.APPLYING, "silent");
    }

    private void begin(Problem problem) {
        store.attentionLog().begin(problem, SINCE, notification(problem));
    }

    private List<Delivery> take() {
        return store.outbox().take(Channel.EMAIL, 10, NOON, NOON.plusSeconds(9));
    }

    private static Notification notification(Problem problem) {
        return new Notification(
                Trigger.NEEDS_ATTENTION,
                NOON,
                new OrganizationName("acme"),
                new WorkspaceName("network"),
                problem.run(),
                RunStatus.APPLYING,
                "no output for 47 min",
                Optional.empty());
    }
}
