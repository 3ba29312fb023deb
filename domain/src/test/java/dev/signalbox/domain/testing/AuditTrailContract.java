package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.audit.AuditQuery;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import java.time.Instant;
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
    void findsAnEventByItsId() {
        AuditEvent event = full(AuditAction.RUN_CANCELED, ids.run());
        store.audit().add(event());
        store.audit().add(event);

        assertThat(store.audit().find(event.id())).contains(event);
        assertThat(store.audit().find(ids.auditEvent())).isEmpty();
    }

    @Test
    void tellsTheNewestByTheirTimeAndGoesOnAfterOne() {
        AuditEvent second = kept(event(NOON));
        AuditEvent first = kept(event(NOON.minusMillis(1)));
        AuditEvent fourth = kept(event(NOON.plusMillis(1)));
        AuditEvent third = kept(event(NOON));

        assertThat(newest(AuditQuery.ALL, Optional.empty(), 3)).containsExactly(fourth, third, second);
        assertThat(newest(AuditQuery.ALL, Optional.of(third), 1)).containsExactly(second);
        assertThat(newest(AuditQuery.ALL, Optional.of(third), 10)).containsExactly(second, first);
        assertThat(newest(AuditQuery.ALL, Optional.of(first), 10)).isEmpty();
        assertThat(newest(AuditQuery.ALL, Optional.of(event()), 10)).isEmpty();
    }

    @Test
    void asksForOneThingOrAnother() {
        AuditEvent event = kept(full(AuditAction.RUN_CANCELED, ids.run()));
        AuditEvent other = kept(event(NOON.plusSeconds(1)));
        Actor actor = event.actor();

        for (AuditQuery query : List.of(
                by(actor.account(), Optional.empty()),
                by(Optional.empty(), Optional.of("SOME-body")),
                of(Set.of(AuditAction.RUN_CANCELED, AuditAction.RUN_DISCARDED)),
                in(Optional.of(new OrganizationName("aCME")), Optional.empty(), Optional.empty()),
                in(Optional.empty(), Optional.of(new WorkspaceName("networK")), Optional.empty()),
                in(Optional.empty(), Optional.empty(), event.run()),
                between(Optional.empty(), Optional.of(NOON)),
                between(Optional.of(NOON), Optional.of(NOON)))) {
            assertThat(newest(query, Optional.empty(), 10)).as(query.toString()).containsExactly(event);
            assertThat(newest(query, Optional.of(other), 10)).containsExactly(event);
            assertThat(newest(query, Optional.of(event), 10)).isEmpty();
        }
        for (AuditQuery query : List.of(
                by(Optional.of(ids.account()), Optional.empty()),
                by(Optional.empty(), Optional.of("some")),
                by(actor.account(), Optional.of("server")),
                of(Set.of()),
                of(Set.of(AuditAction.RUN_SUBMITTED)),
                in(Optional.of(new OrganizationName("acm")), Optional.empty(), Optional.empty()),
                in(Optional.of(new OrganizationName("acme")), Optional.of(new WorkspaceName("x")), Optional.empty()),
                in(Optional.empty(), Optional.empty(), Optional.of(ids.run())),
                between(Optional.of(NOON.plusSeconds(2)), Optional.empty()),
                between(Optional.empty(), Optional.of(NOON.minusMillis(1))),
                between(Optional.of(NOON.plusSeconds(1)), Optional.of(NOON)))) {
            assertThat(newest(query, Optional.empty(), 10)).as(query.toString()).isEmpty();
        }
    }

    private List<AuditEvent> newest(AuditQuery query, Optional<AuditEvent> after, int limit) {
        return store.audit().newest(query, after.map(AuditEvent::id), limit);
    }

    private AuditEvent kept(AuditEvent event) {
        store.audit().add(event);
        return event;
    }

    private static AuditQuery by(Optional<AccountId> account, Optional<String> name) {
        return query(account, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AuditQuery of(Set<AuditAction> actions) {
        return query(
                Optional.empty(),
                Optional.empty(),
                Optional.of(actions),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AuditQuery in(
            Optional<OrganizationName> organization, Optional<WorkspaceName> workspace, Optional<RunId> run) {
        return query(Optional.empty(), Optional.empty(), Optional.empty(), organization, workspace, run);
    }

    private static AuditQuery query(
            Optional<AccountId> account,
            Optional<String> name,
            Optional<Set<AuditAction>> actions,
            Optional<OrganizationName> organization,
            Optional<WorkspaceName> workspace,
            Optional<RunId> run) {
        return new AuditQuery(account, name, actions, organization, workspace, run, TimeWindow.UNBOUNDED);
    }

    private static AuditQuery between(Optional<Instant> from, Optional<Instant> to) {
        return new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TimeWindow(from, to));
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
