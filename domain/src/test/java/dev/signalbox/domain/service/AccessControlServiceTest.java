package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.in.AccessControl.IssuedToken;
import dev.signalbox.domain.port.in.AccessControl.SignedIn;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who is let in, with what, and who hands that out. */
class AccessControlServiceTest {

    private static final String PASSWORD = "correct horse battery";
    private static final RequestOrigin ORIGIN = new RequestOrigin("192.0.2.1", "request-1");

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final AccessControl access = box.access();

    @Nested
    class ATokenIs {

        private final IssuedToken issued = issue(Optional.of(Duration.ofDays(1)), "acme");

        @Test
        void acceptedWithItsRoleReachAndOrigin() {
            Actor actor = access.authenticate(issued.text(), ORIGIN).orElseThrow();

            assertThat(actor.role()).isEqualTo(Role.USER);
            assertThat(actor.token()).contains(issued.token().id());
            assertThat(actor.origin()).isEqualTo(ORIGIN);
            assertThat(actor.sees(new OrganizationName("ACME"))).isTrue();
            assertThat(actor.sees(new OrganizationName("beta"))).isFalse();
        }

        @Test
        void keptAsItsHashOnly() {
            assertThat(issued.token().secretHash()).hasSize(64).doesNotContain(issued.text());
        }

        @Test
        void refusedFromItsExpiryOn() {
            box.clock().set(SettableClock.START.plus(Duration.ofDays(1)).minusMillis(1));
            assertThat(access.authenticate(issued.text(), ORIGIN)).isPresent();

            box.clock().advance(Duration.ofMillis(1));
            assertThat(access.authenticate(issued.text(), ORIGIN)).isEmpty();
        }

        @Test
        void refusedOnceRevoked() {
            access.revokeToken(issued.token().id(), box.admin());
            access.revokeToken(issued.token().id(), box.admin());

            assertThat(access.authenticate(issued.text(), ORIGIN)).isEmpty();
            assertThat(refusal(() -> access.revokeToken(box.ids().token(), box.admin())))
                    .isEqualTo(new Refusal.NotFound(Subject.TOKEN));
        }

        @Test
        void refusedOnceItsAccountIsDisabled() {
            Account account = issued.account();
            box.store()
                    .accounts()
                    .replace(
                            new Account(
                                    account.id(),
                                    account.name(),
                                    account.role(),
                                    account.passwordHash(),
                                    false,
                                    account.createdAt(),
                                    Optional.of(SettableClock.START)),
                            new AuditEvents(box.ids())
                                    .of(AuditAction.TOKEN_REVOKED, "ci", box.admin(), SettableClock.START));

            assertThat(access.authenticate(issued.text(), ORIGIN)).isEmpty();
            assertThat(refusal(() -> issue(Optional.empty()))).isEqualTo(new Refusal.NotFound(Subject.ACCOUNT));
        }

        @Test
        void refusedIfItIsNone() {
            for (String text : List.of("", "sbx_", "sbx_" + "x".repeat(38), "Bearer", "\0")) {
                assertThat(access.authenticate(text, ORIGIN)).isEmpty();
            }
        }

        @Test
        void notedAsUsedOnceAMinute() {
            access.authenticate(issued.text(), ORIGIN);
            box.clock().advance(Duration.ofMillis(59_999));
            access.authenticate(issued.text(), ORIGIN);
            assertThat(lastUse()).contains(SettableClock.START);

            box.clock().advance(Duration.ofMillis(1));
            access.authenticate(issued.text(), ORIGIN);
            assertThat(lastUse()).contains(SettableClock.START.plusSeconds(60));

            box.clock().set(SettableClock.START.minusSeconds(3600));
            access.authenticate(issued.text(), ORIGIN);
            assertThat(lastUse()).contains(SettableClock.START.plusSeconds(60));
        }

        private Optional<Instant> lastUse() {
            return box.store()
                    .tokens()
                    .find(issued.token().id())
                    .orElseThrow()
                    .token()
                    .lastUsedAt();
        }
    }

    @Nested
    class ATokenIsMade {

        @Test
        void withAServiceAccountOfItsNameTheFirstTime() {
            IssuedToken first = issue(Optional.empty());
            IssuedToken second = issue(Optional.empty());

            assertThat(second.account()).isEqualTo(first.account());
            assertThat(first.account().passwordHash()).isEmpty();
            assertThat(first.token().expiresAt()).isEmpty();
            assertThat(access.tokens(box.admin()))
                    .extracting(listed -> listed.token().id())
                    .contains(first.token().id(), second.token().id());
        }

        @Test
        void onlyForTheRoleTheAccountHas() {
            issue(Optional.empty());

            assertThat(refusal(() ->
                            access.createToken("CI", Role.RUNNER, Set.of(), Optional.empty(), Actor.atTheServer())))
                    .isEqualTo(new Refusal.NameTaken(Subject.ACCOUNT, "ci"));
        }

        @Test
        void onlyForOrganizationsThatExist() {
            Set<OrganizationName> gone = Set.of(new OrganizationName("gone"));

            assertThat(refusal(() -> access.createToken("ci", Role.USER, gone, Optional.empty(), box.admin())))
                    .isEqualTo(new Refusal.NotFound(Subject.ORGANIZATION));
            assertThat(box.store().accounts().find("ci")).isEmpty();
        }

        @Test
        void onlyForATimeToCome() {
            for (Duration lifetime :
                    List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofNanos(1), Duration.ofDays(36_501))) {
                assertThat(refusal(() -> issue(Optional.of(lifetime))))
                        .isInstanceOfSatisfying(
                                Refusal.InvalidAttribute.class,
                                refusal -> assertThat(refusal.attribute()).isEqualTo("expires"));
            }
            assertThat(issue(Optional.of(Duration.ofDays(36_500))).token().expiresAt())
                    .isPresent();
        }

        @Test
        void onlyByASiteAdminWhoseTokenReachesEverything() {
            Actor restricted = box.restricted(Role.SITE_ADMIN, "acme");
            Refusal notFound = new Refusal.NotFound(Subject.TOKEN);

            for (Actor actor : List.of(box.support(), box.user(), box.runner(), restricted)) {
                assertThat(refusal(() -> access.createToken("x", Role.USER, Set.of(), Optional.empty(), actor)))
                        .isEqualTo(notFound);
                assertThat(refusal(() -> access.tokens(actor))).isEqualTo(notFound);
                assertThat(refusal(() -> access.revokeToken(box.admin().token().orElseThrow(), actor)))
                        .isEqualTo(notFound);
                assertThat(refusal(() -> access.resetPassword("admin", actor)))
                        .isEqualTo(new Refusal.NotFound(Subject.ACCOUNT));
            }
        }
    }

    @Nested
    class APersonSignsIn {

        private final Optional<String> made = access.createFirstAdmin("admin", Optional.of(PASSWORD));

        @Test
        void withTheRightPassword() {
            SignedIn signedIn = access.signIn("ADMIN", PASSWORD, ORIGIN).orElseThrow();

            assertThat(made).contains(PASSWORD);
            assertThat(signedIn.mustChangePassword()).isFalse();
            assertThat(signedIn.actor().name()).isEqualTo("admin");
            assertThat(signedIn.actor().token()).isEmpty();
            assertThat(lastAction()).isEqualTo(AuditAction.SIGNED_IN);
        }

        @Test
        void andWhoeverDoesNotIsCheckedAsLong() {
            issue(Optional.empty());
            int before = box.secrets().passwordChecks();

            assertThat(access.signIn("admin", "wrong", ORIGIN)).isEmpty();
            assertThat(access.signIn("nobody", PASSWORD, ORIGIN)).isEmpty();
            assertThat(access.signIn("no\0body", PASSWORD, ORIGIN)).isEmpty();
            assertThat(access.signIn("ci", PASSWORD, ORIGIN)).isEmpty();
            assertThat(access.signIn("admin", PASSWORD.repeat(10_000), ORIGIN)).isEmpty();

            assertThat(box.secrets().passwordChecks()).isEqualTo(before + 5);
            assertThat(lastAction()).isNotEqualTo(AuditAction.SIGNED_IN);
        }

        @Test
        void andChangesThePassword() {
            Actor actor = access.signIn("admin", PASSWORD, ORIGIN).orElseThrow().actor();

            access.changePassword(PASSWORD, "another long password", actor);

            assertThat(access.signIn("admin", PASSWORD, ORIGIN)).isEmpty();
            assertThat(access.signIn("admin", "another long password", ORIGIN)).isPresent();
        }

        @Test
        void andIsToldWhatIsWrongWithANewPassword() {
            Actor actor = access.signIn("admin", PASSWORD, ORIGIN).orElseThrow().actor();

            assertThat(attribute(() -> access.changePassword("wrong", "another long password", actor)))
                    .isEqualTo("password");
            for (String wanted : List.of("", "x".repeat(14), "\ud83d\ude82".repeat(14), "x".repeat(201), PASSWORD)) {
                assertThat(attribute(() -> access.changePassword(PASSWORD, wanted, actor)))
                        .isEqualTo("new-password");
            }
            assertThat(access.signIn("admin", PASSWORD, ORIGIN)).isPresent();
        }

        @Test
        void andMustChangeAPasswordThatWasReset() {
            String reset = access.resetPassword("Admin", Actor.atTheServer());

            SignedIn signedIn = access.signIn("admin", reset, ORIGIN).orElseThrow();
            assertThat(signedIn.mustChangePassword()).isTrue();
            access.changePassword(reset, PASSWORD, signedIn.actor());
            assertThat(access.signIn("admin", PASSWORD, ORIGIN).orElseThrow().mustChangePassword())
                    .isFalse();
        }

        @Test
        void butNoServiceDoes() {
            issue(Optional.empty());

            for (String name : List.of("ci", "nobody", "no body")) {
                assertThat(refusal(() -> access.resetPassword(name, Actor.atTheServer())))
                        .isEqualTo(new Refusal.NotFound(Subject.ACCOUNT));
            }
        }
    }

    @Nested
    class TheFirstAdmin {

        @Test
        void isMadeOnceWithAPasswordToBeChanged() {
            issue(Optional.empty());

            String password = access.createFirstAdmin("admin", Optional.empty()).orElseThrow();

            assertThat(access.signIn("admin", password, ORIGIN).orElseThrow().mustChangePassword())
                    .isTrue();
            assertThat(access.createFirstAdmin("other", Optional.empty())).isEmpty();
        }

        @Test
        void isTheServiceAccountThatATokenMadeBefore() {
            IssuedToken token =
                    access.createToken("Admin", Role.SITE_ADMIN, Set.of(), Optional.empty(), Actor.atTheServer());

            assertThat(access.createFirstAdmin("admin", Optional.of(PASSWORD))).contains(PASSWORD);

            assertThat(lastAction()).isEqualTo(AuditAction.ACCOUNT_PASSWORD_RESET);
            Actor person =
                    access.signIn("admin", PASSWORD, ORIGIN).orElseThrow().actor();
            assertThat(person.account()).contains(token.account().id());
            assertThat(access.authenticate(token.text(), ORIGIN)).isPresent();
        }

        @Test
        void isNotMadeWithAPasswordThatIsTooShortOrUnderAServicesName() {
            issue(Optional.empty());

            assertThat(attribute(() -> access.createFirstAdmin("admin", Optional.of("short"))))
                    .isEqualTo("password");
            assertThat(refusal(() -> access.createFirstAdmin("CI", Optional.empty())))
                    .isEqualTo(new Refusal.NameTaken(Subject.ACCOUNT, "CI"));
        }
    }

    private IssuedToken issue(Optional<Duration> lifetime, String... organizations) {
        Set<OrganizationName> names = Set.of(organizations).stream()
                .map(name -> box.workspace(name, "any").organization())
                .collect(Collectors.toSet());
        return access.createToken("ci", Role.USER, names, lifetime, Actor.atTheServer());
    }

    private AuditAction lastAction() {
        return box.store().audit().list(PageRequest.first()).items().getFirst().action();
    }

    private static String attribute(Runnable act) {
        return ((Refusal.InvalidAttribute) refusal(act)).attribute();
    }
}
