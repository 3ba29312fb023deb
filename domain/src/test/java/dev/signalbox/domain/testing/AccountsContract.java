package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts: one of a name, ignoring case. */
public abstract class AccountsContract extends StoreContract {

    @ParameterizedTest
    @EnumSource
    void givesBackAnAccountOfEveryRoleAsItWas(Role role) {
        Account account = account("Some_body-1", role, Optional.of("$argon2id$v=19$..."));

        store.accounts().add(account, event());

        assertThat(store.accounts().find(account.id())).contains(account);
        assertThat(store.accounts().find("Some_body-1")).contains(account);
    }

    @Test
    void givesBackAServiceAccountAndADisabledOneAsTheyWere() {
        Account service = account("service", Role.RUNNER, Optional.empty());
        Account disabled = new Account(
                ids.account(), "former", Role.USER, Optional.of("hash"), true, NOON, Optional.of(NOON.plusSeconds(1)));

        store.accounts().add(service, event());
        store.accounts().add(disabled, event());

        assertThat(store.accounts().find("service")).contains(service);
        assertThat(store.accounts().find("former")).contains(disabled);
    }

    @Test
    void findsANameIgnoringCaseAndNothingElse() {
        Account account = kept("Admin");

        assertThat(store.accounts().find("aDMIN")).contains(account);
        assertThat(store.accounts().find("adm%")).isEmpty();
        assertThat(store.accounts().find("admin ")).isEmpty();
        assertThat(store.accounts().find(ids.account())).isEmpty();
    }

    @Test
    void addsNothingUnderANameThatIsTaken() {
        Account first = kept("admin");
        long events = eventsKept();

        assertThat(store.accounts().add(account("ADMIN", Role.USER, Optional.empty()), event()))
                .isFalse();

        assertThat(store.accounts().find("admin")).contains(first);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void letsOneOfSeveralHaveAName() throws Exception {
        List<Boolean> added =
                Together.run(4, () -> store.accounts().add(account("admin", Role.USER, Optional.empty()), event()));

        assertThat(added).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(eventsKept()).isEqualTo(1);
    }

    @Test
    void replacesAnAccountWithItsAudit() {
        Account account = kept("admin");
        kept("other");
        AuditEvent event = event();

        assertThat(store.accounts().replace(account.withPassword("another hash", true), event))
                .isTrue();

        assertThat(store.accounts().find(account.id())).contains(account.withPassword("another hash", true));
        assertThat(store.accounts().find("other").orElseThrow().passwordHash()).isEmpty();
        assertThat(store.audit().list(ALL).items()).contains(event);
    }

    @Test
    void replacesNothingThatIsNotThere() {
        assertThat(store.accounts().replace(account("admin", Role.USER, Optional.empty()), event()))
                .isFalse();

        assertThat(store.accounts().find("admin")).isEmpty();
        assertThat(eventsKept()).isZero();
    }

    @Test
    void changesNothingIfTheAuditCannotBeKept() {
        Account account = kept("admin");
        AuditEvent event = event();
        store.audit().add(event);

        assertThatThrownBy(() -> store.accounts().replace(account.withPassword("x", true), event))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> store.accounts().add(account("other", Role.USER, Optional.empty()), event))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.accounts().find("admin")).contains(account);
        assertThat(store.accounts().find("other")).isEmpty();
    }

    @Test
    void knowsWhetherAnyoneCanSignIn() {
        assertThat(store.accounts().anyoneCanSignIn()).isFalse();

        kept("service");
        assertThat(store.accounts().anyoneCanSignIn()).isFalse();

        store.accounts().add(account("admin", Role.SITE_ADMIN, Optional.of("hash")), event());
        assertThat(store.accounts().anyoneCanSignIn()).isTrue();
    }

    private Account kept(String name) {
        Account account = account(name, Role.USER, Optional.empty());
        store.accounts().add(account, event());
        return account;
    }

    private Account account(String name, Role role, Optional<String> hash) {
        return new Account(ids.account(), name, role, hash, false, NOON, Optional.empty());
    }
}
