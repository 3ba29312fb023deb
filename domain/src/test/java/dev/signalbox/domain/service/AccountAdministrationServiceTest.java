package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.AccountAdministration;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import dev.signalbox.domain.port.in.AccountAdministration.WithPassword;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.TestSignalbox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in at all, and who decides it. */
class AccountAdministrationServiceTest {

    private static final Change DISABLE = new Change(Optional.empty(), Optional.of(true));
    private static final Change ENABLE = new Change(Optional.empty(), Optional.of(false));
    private static final Change DEMOTE = new Change(Optional.of(Role.USER), Optional.empty());

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final AccountAdministration accounts = box.accounts();
    private final Actor admin = box.admin();

    @Test
    void makesAPersonWhoseFirstPasswordMustBeChanged() {
        WithPassword ada = accounts.createPerson("Ada", Role.SUPPORT, admin);

        var signedIn =
                box.access().signIn("ada", ada.password(), RequestOrigin.NONE).orElseThrow();
        assertThat(signedIn.mustChangePassword()).isTrue();
        assertThat(signedIn.actor().role()).isEqualTo(Role.SUPPORT);
        assertThat(accounts.named("ADA", admin)).isEqualTo(ada.account());
    }

    @Test
    void makesAServiceThatNobodyCanSignInWith() {
        Account service = accounts.createService("ci", Role.RUNNER, admin);

        assertThat(service.isPerson()).isFalse();
        assertThat(accounts.account(service.id(), admin)).isEqualTo(service);
        assertThat(lastEvent().action()).isEqualTo(AuditAction.ACCOUNT_CREATED);
        assertThat(lastEvent().subject()).contains("ci");
    }

    @Test
    void makesNoneOfANameThatIsTakenOrNone() {
        accounts.createService("ci", Role.RUNNER, admin);

        assertThat(refusal(() -> accounts.createPerson("CI", Role.USER, admin)))
                .isEqualTo(new Refusal.NameTaken(Subject.ACCOUNT, "CI"));
        assertThat(refusal(() -> accounts.createService("a b", Role.USER, admin)))
                .isInstanceOfSatisfying(
                        Refusal.InvalidAttribute.class,
                        refusal -> assertThat(refusal.attribute()).isEqualTo("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "policy", "SERVER", "Policy"})
    void makesNoneOfANameThatTheAuditGivesToOneWithoutAnAccount(String name) {
        List<Runnable> attempts = List.of(
                () -> accounts.createPerson(name, Role.USER, admin),
                () -> accounts.createService(name, Role.USER, admin),
                () -> TestSignalbox.inMemory().access().createFirstAdmin(name, Optional.empty()));

        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(refusal(attempt))
                        .isInstanceOfSatisfying(
                                Refusal.InvalidAttribute.class,
                                refusal -> assertThat(refusal.attribute()).isEqualTo("name")));
        assertThat(box.store().accounts().find(name)).isEmpty();
    }

    @Test
    void givesAPersonAnotherPassword() {
        WithPassword ada = accounts.createPerson("ada", Role.USER, admin);

        String password = accounts.resetPassword(ada.account().id(), admin).password();

        assertThat(box.access().signIn("ada", ada.password(), RequestOrigin.NONE))
                .isEmpty();
        assertThat(box.access()
                        .signIn("ada", password, RequestOrigin.NONE)
                        .orElseThrow()
                        .mustChangePassword())
                .isTrue();
    }

    @Test
    void givesNoPasswordToAService() {
        Account service = accounts.createService("ci", Role.RUNNER, admin);

        assertThat(refusal(() -> accounts.resetPassword(service.id(), admin)))
                .isEqualTo(new Refusal.NotFound(Subject.ACCOUNT));
    }

    @Test
    void changesRoleAndStateWithAnEventForEach() {
        Account ada = accounts.createPerson("ada", Role.USER, admin).account();
        int events = events().size();

        Account changed = accounts.change(ada.id(), new Change(Optional.of(Role.SUPPORT), Optional.of(true)), admin);

        assertThat(changed).isEqualTo(ada.withRole(Role.SUPPORT).disabledFrom(Optional.of(SettableClock.START)));
        assertThat(accounts.account(ada.id(), admin)).isEqualTo(changed);
        assertThat(events()).hasSize(events + 2);
        assertThat(events().get(0).action()).isEqualTo(AuditAction.ACCOUNT_DISABLED);
        assertThat(events().get(1).action()).isEqualTo(AuditAction.ACCOUNT_ROLE_CHANGED);
        assertThat(events().get(1).subject()).contains("ada from user to support");
    }

    @Test
    void leavesNoTraceOfWhatIsSoAlready() {
        Account ada = accounts.createPerson("ada", Role.USER, admin).account();
        accounts.change(ada.id(), DISABLE, admin);
        Account disabled = accounts.account(ada.id(), admin);
        int events = events().size();
        box.clock().advance(java.time.Duration.ofHours(1));

        assertThat(accounts.change(ada.id(), DISABLE, admin)).isEqualTo(disabled);
        assertThat(accounts.change(ada.id(), DEMOTE, admin)).isEqualTo(disabled);
        assertThat(accounts.change(ada.id(), new Change(Optional.empty(), Optional.empty()), admin))
                .isEqualTo(disabled);

        assertThat(events()).hasSize(events);
        assertThat(accounts.change(ada.id(), ENABLE, admin)).isEqualTo(ada);
    }

    @Test
    void isChangedBySiteAdminsAndSeenBySupportIfTheirTokensReachEverything() {
        Account ada = accounts.createPerson("ada", Role.USER, admin).account();
        Refusal notFound = new Refusal.NotFound(Subject.ACCOUNT);

        assertThat(accounts.account(ada.id(), box.support())).isEqualTo(ada);
        for (Actor actor : List.of(box.support(), box.user(), box.runner(), box.restricted(Role.SITE_ADMIN, "acme"))) {
            assertThat(refusal(() -> accounts.change(ada.id(), DISABLE, actor))).isEqualTo(notFound);
            assertThat(refusal(() -> accounts.resetPassword(ada.id(), actor))).isEqualTo(notFound);
            assertThat(refusal(() -> accounts.createPerson("x", Role.USER, actor)))
                    .isInstanceOf(Refusal.NotFound.class);
            assertThat(refusal(() -> accounts.createService("x", Role.USER, actor)))
                    .isInstanceOf(Refusal.NotFound.class);
        }
        for (Actor actor : List.of(
                box.user(),
                box.runner(),
                box.restricted(Role.SITE_ADMIN, "acme"),
                box.restricted(Role.SUPPORT, "acme"))) {
            assertThat(refusal(() -> accounts.account(ada.id(), actor))).isEqualTo(notFound);
            assertThat(refusal(() -> accounts.named("ada", actor))).isEqualTo(notFound);
            assertThat(refusal(() -> accounts.list(PageRequest.first(), actor))).isInstanceOf(Refusal.NotFound.class);
        }
    }

    @Nested
    class SomebodyIsLeft {

        private final Account first =
                accounts.createPerson("first", Role.SITE_ADMIN, admin).account();

        @Test
        void whoCanSignInAndManage() {
            for (Change change : List.of(DISABLE, DEMOTE)) {
                assertThat(refusal(() -> accounts.change(first.id(), change, admin)))
                        .isEqualTo(new Refusal.LastSiteAdmin("first"));
                assertThat(refusal(() -> accounts.change(first.id(), change, Actor.atTheServer())))
                        .isEqualTo(new Refusal.LastSiteAdmin("first"));
            }
            assertThat(accounts.account(first.id(), admin)).isEqualTo(first);
        }

        @Test
        void soADisabledOneDoesNotCount() {
            Account second =
                    accounts.createPerson("second", Role.SITE_ADMIN, admin).account();
            accounts.change(second.id(), DISABLE, admin);
            accounts.createPerson("third", Role.USER, admin);

            assertThat(refusal(() -> accounts.change(first.id(), DEMOTE, admin)))
                    .isEqualTo(new Refusal.LastSiteAdmin("first"));

            accounts.change(second.id(), ENABLE, admin);
            assertThat(accounts.change(first.id(), DEMOTE, admin).role()).isEqualTo(Role.USER);
        }

        @Test
        void andNobodyShutsThemselvesOut() {
            accounts.createPerson("second", Role.SITE_ADMIN, admin);
            Actor person = first.actor(Optional.empty(), RequestOrigin.NONE);

            for (Change change : List.of(DISABLE, DEMOTE)) {
                assertThat(refusal(() -> accounts.change(first.id(), change, person)))
                        .isEqualTo(new Refusal.OwnAccount("first"));
            }
            assertThat(accounts.change(first.id(), ENABLE, person)).isEqualTo(first);
        }

        @Test
        void whileAServiceMayGo() {
            Account service = accounts.createService("ci", Role.SITE_ADMIN, admin);

            assertThat(accounts.change(service.id(), DISABLE, admin).isEnabled())
                    .isFalse();
        }
    }

    private List<AuditEvent> events() {
        return box.store()
                .audit()
                .list(new PageRequest(1, PageRequest.MAX_SIZE))
                .items();
    }

    private AuditEvent lastEvent() {
        return events().getFirst();
    }
}
