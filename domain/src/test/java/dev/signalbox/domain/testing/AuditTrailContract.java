package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit gives back every word, in the order in which it was kept. */
public abstract class AuditTrailContract extends StoreContract {

    @ParameterizedTest
    @EnumSource
    void givesBackAnEventOfEveryActionAsItWas(AuditAction action) {
        AuditEvent event = full(action, ids.run());

        store.audit().add(event);

        assertThat(store.audit().list(ALL).items()).containsExactly(event);
    }

    @Test
    void givesBackAnEventOfNothingInParticularAsItWas() {
        AuditEvent event = AuditEvent.of(
                ids.auditEvent(), NOON, Actor.atTheServer(), AuditAction.SIGNED_IN, Optional.empty(), Optional.empty());

        store.audit().add(event);

        assertThat(store.audit().list(ALL).items()).containsExactly(event);
    }

    @Test
    void tellsTheStoryOfARunOldestFirst() {
        RunId run = ids.run();
        AuditEvent first = full(AuditAction.RUN_SUBMITTED, run);
        AuditEvent second = full(AuditAction.RUN_CANCELED, run);
        store.audit().add(first);
        store.audit().add(full(AuditAction.RUN_SUBMITTED, ids.run()));
        store.audit().add(event());
        store.audit().add(second);

        assertThat(store.audit().ofRun(run)).containsExactly(first, second);
        assertThat(store.audit().ofRun(ids.run())).isEmpty();
    }

    @Test
    void listsNewestFirstWhateverTheClockSaid() {
        List<AuditEvent> events =
                IntStream.range(0, 5).mapToObj(i -> event(NOON.minusSeconds(i))).toList();
        events.forEach(store.audit()::add);

        assertThat(store.audit().list(new PageRequest(1, 3)).items())
                .containsExactly(events.get(4), events.get(3), events.get(2));
        assertThat(store.audit().list(new PageRequest(2, 3)).items()).containsExactly(events.get(1), events.get(0));
        assertThat(store.audit().list(new PageRequest(Long.MAX_VALUE, 100)).items())
                .isEmpty();
        assertThat(store.audit().list(new PageRequest(Long.MAX_VALUE, 100)).totalCount())
                .isEqualTo(5);
    }

    @Test
    void refusesASecondEventOfTheSameIdentity() {
        AuditEvent event = event();
        store.audit().add(event);

        assertThatThrownBy(() -> store.audit().add(event)).isInstanceOf(RuntimeException.class);

        assertThat(eventsKept()).isEqualTo(1);
    }

    private AuditEvent full(AuditAction action, RunId run) {
        Actor actor = new Actor(
                Optional.of(ids.account()),
                "some-body",
                Role.SUPPORT,
                Optional.of(ids.token()),
                Set.of("acme", "beta"),
                new RequestOrigin("2001:db8::1", "request-1"));
        return new AuditEvent(
                ids.auditEvent(),
                NOON,
                actor,
                action,
                Optional.of(new OrganizationName("Acme")),
                Optional.of(new WorkspaceName("Network")),
                Optional.of(run),
                Optional.of("subject \u00e9"),
                Optional.of(RunStatus.POLICY_CHECKING),
                Optional.of(RunStatus.CANCELED),
                Optional.of("it hung,\n'again' \"%_\\ \ud83d\ude82 " + "x".repeat(9_000)));
    }
}
