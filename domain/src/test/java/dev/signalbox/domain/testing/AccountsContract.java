package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.AccountChange;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
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
    void findsThoseThatThereAreOfSeveralIds() {
        Account ada = kept("ada");
        Account bob = kept("bob");
        kept("eve");

        assertThat(store.accounts().find(Set.of(ada.id(), bob.id(), ids.account())))
                .containsExactlyInAnyOrder(ada, bob);
        assertThat(store.accounts().find(Set.of())).isEmpty();
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
    void changesAnAccountWithItsAudit() {
        Account account = kept("admin");
        kept("other");
        AuditEvent event = event();
        Account wanted = account.withPassword("another hash", true)
                .withRole(Role.SUPPORT)
                .disabledFrom(Optional.of(NOON.plusMillis(1)));

        assertThat(store.accounts().update(account.id(), standing -> {
                    assertThat(standing.account()).isEqualTo(account);
                    return new AccountChange(wanted, List.of(event));
                }))
                .contains(wanted);

        assertThat(store.accounts().find(account.id())).contains(wanted);
        assertThat(store.accounts().find("other").orElseThrow().passwordHash()).isEmpty();
        assertThat(store.audit().list(ALL).items()).contains(event);
    }

    @Test
    void changesNothingThatIsNotThere() {
        assertThat(store.accounts().update(ids.account(), _ -> {
                    throw new AssertionError("nothing to change");
                }))
                .isEmpty();

        assertThat(eventsKept()).isZero();
    }

    @Test
    void changesNothingIfTheAuditCannotBeKeptOrTheChangeFails() {
        Account account = kept("admin");
        AuditEvent event = event();
        store.audit().add(event);

        assertThatThrownBy(() -> store.accounts()
                        .update(
                                account.id(),
                                standing ->
                                        new AccountChange(standing.account().withPassword("x", true), List.of(event))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> store.accounts().update(account.id(), _ -> {
                    throw new Refused(new Refusal.OwnAccount("admin"));
                }))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> store.accounts().add(account("other", Role.USER, Optional.empty()), event))
                .isInstanceOf(RuntimeException.class);

        assertThat(store.accounts().find("admin")).contains(account);
        assertThat(store.accounts().find("other")).isEmpty();
    }

    @Test
    void knowsWhetherAnotherAdminCanSignIn() {
        Account admin = person("admin", Role.SITE_ADMIN);
        person("user", Role.USER);
        store.accounts().add(account("service", Role.SITE_ADMIN, Optional.empty()), event());
        Account former = person("former", Role.SITE_ADMIN);
        disable(former);
        assertThat(anotherAdminCanSignIn(admin)).isFalse();
        assertThat(anotherAdminCanSignIn(former)).isTrue();

        person("second", Role.SITE_ADMIN);
        assertThat(anotherAdminCanSignIn(admin)).isTrue();
    }

    @Test
    void letsNoTwoEachTakeTheOtherForTheLastAdmin() throws Exception {
        List<AccountId> admins = IntStream.range(0, 4)
                .mapToObj(i -> person("admin-" + i, Role.SITE_ADMIN).id())
                .toList();
        Iterator<AccountId> next = admins.iterator();

        List<Boolean> disabled = Together.run(4, () -> {
            AccountId id;
            synchronized (next) {
                id = next.next();
            }
            return store.accounts()
                    .update(
                            id,
                            standing -> new AccountChange(
                                    standing.anotherAdminCanSignIn()
                                            ? standing.account().disabledFrom(Optional.of(NOON))
                                            : standing.account(),
                                    List.of()))
                    .filter(account -> !account.isEnabled())
                    .isPresent();
        });

        assertThat(disabled).containsExactlyInAnyOrder(true, true, true, false);
        assertThat(admins.stream()
                        .map(id -> store.accounts().find(id).orElseThrow())
                        .filter(Account::isEnabled))
                .hasSize(1);
    }

    @Test
    void listsInTheOrderOfFoldedNames() {
        Account b = kept("b");
        Account capitalA = kept("A");
        Account c = kept("c");

        assertThat(store.accounts().list(new PageRequest(1, 2)).items()).containsExactly(capitalA, b);
        assertThat(store.accounts().list(new PageRequest(2, 2)).items()).containsExactly(c);
        assertThat(store.accounts().list(new PageRequest(2, 2)).totalCount()).isEqualTo(3);
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

    private Account person(String name, Role role) {
        Account person = account(name, role, Optional.of("hash"));
        store.accounts().add(person, event());
        return person;
    }

    private void disable(Account account) {
        store.accounts()
                .update(
                        account.id(),
                        standing -> new AccountChange(standing.account().disabledFrom(Optional.of(NOON)), List.of()));
    }

    private boolean anotherAdminCanSignIn(Account account) {
        AtomicBoolean another = new AtomicBoolean();
        store.accounts().update(account.id(), standing -> {
            another.set(standing.anotherAdminCanSignIn());
            return new AccountChange(standing.account(), List.of());
        });
        return another.get();
    }

    private Account account(String name, Role role, Optional<String> hash) {
        return new Account(ids.account(), name, role, hash, false, NOON, Optional.empty());
    }
}
