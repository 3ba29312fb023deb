package dev.signalbox.domain.service;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.in.AccessControl.SignedIn;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import dev.signalbox.domain.port.in.TokenAdministration.Issued;
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

/** Who is let in, and with what. */
class AccessControlServiceTest {

    private static final String PASSWORD = "correct horse battery";
    private static final RequestOrigin ORIGIN = new RequestOrigin("192.0.2.1", "request-1");

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final AccessControl access = box.access();

    @Nested
    class WhoHasSignedInIs {

        private final SignedIn ada = signedIn();

        private SignedIn signedIn() {
            access.createFirstAdmin("ada", Optional.of(PASSWORD));
            return access.signIn("ada", PASSWORD, ORIGIN).orElseThrow();
        }

        @Test
        void welcomeAsLongAsNothingHasChanged() {
            assertThat(access.isStillWelcome(ada)).isTrue();
        }

        @Test
        void notWelcomeOnceThePasswordIsAnother() {
            access.changePassword(PASSWORD, "staple paperclip glue", ada.actor());

            assertThat(access.isStillWelcome(ada)).isFalse();
            assertThat(access.isStillWelcome(access.signIn("ada", "staple paperclip glue", ORIGIN)
                            .orElseThrow()))
                    .isTrue();
        }

        @Test
        void notWelcomeOnceTheAccountIsDisabledOrHasAnotherRole() {
            var made = box.accounts().createPerson("bob", Role.SITE_ADMIN, box.admin());
            AccountId id = made.account().id();
            SignedIn bob = access.signIn("bob", made.password(), ORIGIN).orElseThrow();

            box.accounts().change(id, new Change(Optional.empty(), Optional.of(true)), box.admin());
            assertThat(access.isStillWelcome(bob)).isFalse();
            box.accounts().change(id, new Change(Optional.empty(), Optional.of(false)), box.admin());
            assertThat(access.isStillWelcome(bob)).isTrue();
            box.accounts().change(id, new Change(Optional.of(Role.SUPPORT), Optional.empty()), box.admin());
            assertThat(access.isStillWelcome(bob)).isFalse();
        }
    }

    @Nested
    class ATokenIs {

        private final Issued issued = issue(Optional.of(Duration.ofDays(1)), "acme");

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
            box.tokens().revoke(issued.token().id(), box.admin());

            assertThat(access.authenticate(issued.text(), ORIGIN)).isEmpty();
        }

        @Test
        void lookedAtAnewWithEachOfManyRequests() {
            assertThat(access.authenticateAmongMany(issued.text(), ORIGIN)).isPresent();
            assertThat(access.authenticateAmongMany("sbx_", ORIGIN)).isEmpty();
            box.clock().advance(Duration.ofDays(1));
            assertThat(access.authenticateAmongMany(issued.text(), ORIGIN)).isEmpty();

            box.clock().set(SettableClock.START);
            assertThat(access.authenticateAmongMany(issued.text(), ORIGIN)).isPresent();
            box.tokens().revoke(issued.token().id(), box.admin());
            assertThat(access.authenticateAmongMany(issued.text(), ORIGIN)).isEmpty();
        }

        @Test
        void refusedWhileItsAccountIsDisabled() {
            AccountId account = issued.account().id();
            box.accounts().change(account, new Change(Optional.empty(), Optional.of(true)), box.admin());
            assertThat(access.authenticate(issued.text(), ORIGIN)).isEmpty();

            box.accounts().change(account, new Change(Optional.empty(), Optional.of(false)), box.admin());
            assertThat(access.authenticate(issued.text(), ORIGIN)).isPresent();
        }

        @Test
        void followedByTheRoleOfItsAccount() {
            AccountId account = issued.account().id();
            box.accounts().change(account, new Change(Optional.of(Role.SUPPORT), Optional.empty()), box.admin());

            assertThat(access.authenticate(issued.text(), ORIGIN).orElseThrow().role())
                    .isEqualTo(Role.SUPPORT);
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
        void andDoesNotUndoThePasswordThatAnAdminGivesMeanwhile() {
            Actor actor = access.signIn("admin", PASSWORD, ORIGIN).orElseThrow().actor();
            box.secrets()
                    .beforeTheNextHash(
                            () -> box.accounts().resetPassword(actor.account().orElseThrow(), Actor.atTheServer()));

            assertThat(attribute(() -> access.changePassword(PASSWORD, "another long password", actor)))
                    .isEqualTo("password");

            assertThat(access.signIn("admin", "another long password", ORIGIN)).isEmpty();
            assertThat(access.signIn("admin", PASSWORD, ORIGIN)).isEmpty();
        }

        @Test
        void butNotToADisabledAccount() {
            AccountId admin = access.signIn("admin", PASSWORD, ORIGIN)
                    .orElseThrow()
                    .actor()
                    .account()
                    .orElseThrow();
            box.accounts().createPerson("other", Role.SITE_ADMIN, box.admin());
            box.accounts().change(admin, new Change(Optional.empty(), Optional.of(true)), box.admin());

            assertThat(access.signIn("admin", PASSWORD, ORIGIN)).isEmpty();
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
            Issued token =
                    box.tokens().create("Admin", Role.SITE_ADMIN, Set.of(), Optional.empty(), Actor.atTheServer());

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

    private Issued issue(Optional<Duration> lifetime, String... organizations) {
        Set<OrganizationName> names = Set.of(organizations).stream()
                .map(name -> box.workspace(name, "any").organization())
                .collect(Collectors.toSet());
        return box.tokens()
                .create("ci", Role.USER, names, lifetime.map(SettableClock.START::plus), Actor.atTheServer());
    }

    private AuditAction lastAction() {
        return box.store().audit().list(PageRequest.first()).items().getFirst().action();
    }

    private static String attribute(Runnable act) {
        return ((Refusal.InvalidAttribute) refusal(act)).attribute();
    }
}
