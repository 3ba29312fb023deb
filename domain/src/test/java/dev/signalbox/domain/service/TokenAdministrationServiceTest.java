package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.in.TokenAdministration.Issued;
import dev.signalbox.domain.port.in.TokenAdministration.Listed;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who hands out tokens, and for what. */
class TokenAdministrationServiceTest {

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final TokenAdministration tokens = box.tokens();

    @Test
    void makesAServiceAccountOfItsNameTheFirstTime() {
        Issued first = issue(Optional.empty());
        Issued second = issue(Optional.empty());

        assertThat(second.account()).isEqualTo(first.account());
        assertThat(first.account().passwordHash()).isEmpty();
        assertThat(first.token().expiresAt()).isEmpty();
        assertThat(list(Optional.empty()))
                .extracting(listed -> listed.token().id())
                .containsSubsequence(second.token().id(), first.token().id());
    }

    @Test
    void listsThoseOfOneAccountByItsNameOrItsId() {
        Issued ci = issue(Optional.empty());
        box.user();

        for (String account : List.of("CI", ci.account().id().value())) {
            assertThat(list(Optional.of(account))).containsExactly(new Listed(ci.token(), ci.account()));
        }
        for (String account :
                List.of("nobody", "no\0body", "", box.ids().account().value())) {
            assertThat(list(Optional.of(account))).isEmpty();
        }
    }

    @Test
    void showsOne() {
        Issued ci = issue(Optional.empty());

        assertThat(tokens.token(ci.token().id(), box.support())).isEqualTo(new Listed(ci.token(), ci.account()));
        assertThat(refusal(() -> tokens.token(box.ids().token(), box.admin())))
                .isEqualTo(new Refusal.NotFound(Subject.TOKEN));
    }

    @Test
    void makesNoneForAnotherRoleThanTheAccountHas() {
        issue(Optional.empty());

        assertThat(refusal(() -> tokens.create("CI", Role.RUNNER, Set.of(), Optional.empty(), Actor.atTheServer())))
                .isEqualTo(new Refusal.InvalidAttribute("role", "must be that of account ci, user"));
    }

    @Test
    void makesNoAccountOfANameThatTheAuditGivesToOneWithoutAnAccount() {
        assertThat(refusal(() -> tokens.create("Policy", Role.USER, Set.of(), Optional.empty(), box.admin())))
                .isInstanceOfSatisfying(
                        Refusal.InvalidAttribute.class,
                        refusal -> assertThat(refusal.attribute()).isEqualTo("account"));
        assertThat(box.store().accounts().find("policy")).isEmpty();
    }

    @Test
    void makesOneForAnAccountThatHasHadSuchANameSinceBefore() {
        Account old = new Account(
                box.ids().account(),
                "policy",
                Role.USER,
                Optional.empty(),
                false,
                SettableClock.START,
                Optional.empty());
        box.store()
                .accounts()
                .add(
                        old,
                        AuditEvent.of(
                                box.ids().auditEvent(),
                                SettableClock.START,
                                Actor.atTheServer(),
                                AuditAction.ACCOUNT_CREATED,
                                Optional.empty(),
                                Optional.of("policy")));

        assertThat(tokens.create("policy", Role.USER, Set.of(), Optional.empty(), box.admin())
                        .account())
                .isEqualTo(old);
    }

    @Test
    void makesNoneForADisabledAccount() {
        box.accounts()
                .change(
                        issue(Optional.empty()).account().id(),
                        new Change(Optional.empty(), Optional.of(true)),
                        box.admin());

        assertThat(refusal(() -> issue(Optional.empty())))
                .isEqualTo(new Refusal.InvalidAttribute("account", "ci is disabled"));
    }

    @Test
    void makesNoneForOrganizationsThatDoNotExist() {
        Set<OrganizationName> gone = Set.of(new OrganizationName("gone"));

        assertThat(refusal(() -> tokens.create("ci", Role.USER, gone, Optional.empty(), box.admin())))
                .isEqualTo(new Refusal.InvalidAttribute("organizations", "names gone, which does not exist"));
        assertThat(box.store().accounts().find("ci")).isEmpty();
    }

    @Test
    void makesNeitherATokenNorItsAccountWhenAnOrganizationIsDeletedMeanwhile() {
        OrganizationName acme = box.workspace("acme", "network").organization();
        Actor admin = box.admin();
        box.secrets().beforeTheNextHash(() -> box.deletion().delete(acme, admin));

        assertThat(refusal(() -> tokens.create("ci", Role.SITE_ADMIN, Set.of(acme), Optional.empty(), admin)))
                .isEqualTo(new Refusal.InvalidAttribute("organizations", "names acme, which does not exist"));

        assertThat(box.store().accounts().find("ci")).isEmpty();
        assertThat(box.store().audit().list(PageRequest.first()).items())
                .noneMatch(event -> event.subject().stream().anyMatch(name -> name.startsWith("ci")));
    }

    @Test
    void takesTheAccountThatAnotherMadeMeanwhile() {
        AtomicReference<Issued> first = new AtomicReference<>();
        box.secrets().beforeTheNextHash(() -> first.set(issue(Optional.empty())));

        Issued second = issue(Optional.empty());

        assertThat(second.account()).isEqualTo(first.get().account());
    }

    @Test
    void makesNoneForATimeGoneByOrTooFarAway() {
        for (Duration lifetime : List.of(
                Duration.ZERO,
                Duration.ofDays(-1),
                Duration.ofNanos(1),
                Duration.ofDays(36_500).plusMillis(1))) {
            assertThat(refusal(() -> issue(Optional.of(SettableClock.START.plus(lifetime)))))
                    .isInstanceOfSatisfying(
                            Refusal.InvalidAttribute.class,
                            refusal -> assertThat(refusal.attribute()).isEqualTo("expires-at"));
        }
        assertThat(box.store().accounts().find("ci")).isEmpty();
        Instant end = SettableClock.START.plus(Duration.ofDays(36_500));
        assertThat(issue(Optional.of(end.plusNanos(999_999))).token().expiresAt())
                .contains(end);
    }

    @Test
    void revokesAndLeavesItSo() {
        Issued ci = issue(Optional.empty());

        tokens.revoke(ci.token().id(), box.admin());
        box.clock().advance(Duration.ofHours(1));
        tokens.revoke(ci.token().id(), box.admin());

        assertThat(tokens.token(ci.token().id(), box.admin()).token().revokedAt())
                .contains(SettableClock.START);
        assertThat(lastAction()).isEqualTo(AuditAction.TOKEN_REVOKED);
        assertThat(refusal(() -> tokens.revoke(box.ids().token(), box.admin())))
                .isEqualTo(new Refusal.NotFound(Subject.TOKEN));
    }

    @Test
    void isChangedBySiteAdminsAndSeenBySupportIfTheirTokensReachEverything() {
        Actor admin = box.admin();
        Refusal notFound = new Refusal.NotFound(Subject.TOKEN);

        for (Actor actor : List.of(box.support(), box.user(), box.runner(), box.restricted(Role.SITE_ADMIN, "acme"))) {
            assertThat(refusal(() -> tokens.create("x", Role.USER, Set.of(), Optional.empty(), actor)))
                    .isEqualTo(notFound);
            assertThat(refusal(() -> tokens.revoke(admin.token().orElseThrow(), actor)))
                    .isEqualTo(notFound);
        }
        for (Actor actor : List.of(
                box.user(),
                box.runner(),
                box.restricted(Role.SITE_ADMIN, "acme"),
                box.restricted(Role.SUPPORT, "acme"))) {
            assertThat(refusal(() -> tokens.list(Optional.empty(), PageRequest.first(), actor)))
                    .isEqualTo(new Refusal.NotFound(Subject.PAGE));
            assertThat(refusal(() -> tokens.token(admin.token().orElseThrow(), actor)))
                    .isEqualTo(notFound);
        }
    }

    private Issued issue(Optional<Instant> end) {
        return tokens.create("ci", Role.USER, Set.of(), end, Actor.atTheServer());
    }

    private List<Listed> list(Optional<String> account) {
        return tokens.list(account, PageRequest.first(), box.support()).items();
    }

    private AuditAction lastAction() {
        return box.store().audit().list(PageRequest.first()).items().getFirst().action();
    }
}
