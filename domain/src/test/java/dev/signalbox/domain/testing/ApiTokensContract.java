package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiToken;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.ApiTokens.Owned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens, found by the hash of their text and kept when they are over. */
public abstract class ApiTokensContract extends StoreContract {

    private final TestSecrets secrets = new TestSecrets();
    private Account account;

    @BeforeEach
    void makeAccount() {
        account = new Account(ids.account(), "ci", Role.RUNNER, Optional.empty(), false, NOON, Optional.empty());
        store.accounts().add(account, event());
        organization("acme", Optional.empty());
        organization("be_ta-2", Optional.empty());
    }

    @Test
    void givesBackATokenAsItWasWithItsAccount() {
        ApiToken bare = kept(Set.of(), Optional.empty());
        ApiToken full = kept(Set.of("acme", "be_ta-2"), Optional.of(NOON.plusMillis(1)));

        assertThat(store.tokens().find(bare.id())).contains(new Owned(bare, account));
        assertThat(store.tokens().find(full.id())).contains(new Owned(full, account));
        assertThat(store.tokens().findBySecretHash(full.secretHash())).contains(new Owned(full, account));
        assertThat(store.tokens().findAmongMany(full.secretHash())).contains(new Owned(full, account));
    }

    @Test
    void givesEachOfManyItsOwnAndWhatItIsNow() throws Exception {
        ApiToken first = kept(Set.of(), Optional.empty());
        ApiToken second = kept(Set.of("acme"), Optional.empty());
        List<String> hashes = List.of(first.secretHash(), second.secretHash(), secrets.hashToken("another"));
        AtomicInteger next = new AtomicInteger();

        List<Optional<ApiTokenId>> found = Together.run(
                30,
                () -> store.tokens()
                        .findAmongMany(hashes.get(next.getAndIncrement() % 3))
                        .map(owned -> owned.token().id()));
        assertThat(found).filteredOn(Optional.of(first.id())::equals).hasSize(10);
        assertThat(found).filteredOn(Optional.of(second.id())::equals).hasSize(10);
        assertThat(found).filteredOn(Optional::isEmpty).hasSize(10);

        store.tokens().revoke(first.id(), NOON, event());
        assertThat(Together.run(3, () -> store.tokens().findAmongMany(first.secretHash())))
                .allSatisfy(owned ->
                        assertThat(owned.orElseThrow().token().revokedAt()).contains(NOON));
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        kept(Set.of(), Optional.empty());

        assertThat(store.tokens().find(ids.token())).isEmpty();
        assertThat(store.tokens().findBySecretHash(secrets.hashToken("another")))
                .isEmpty();
        assertThat(store.tokens().findAmongMany(secrets.hashToken("another"))).isEmpty();
    }

    @Test
    void listsAllNewestFirstWhateverTheClockSaid() {
        ApiToken first = kept(Set.of(), Optional.empty());
        ApiToken second = kept(NOON.minusSeconds(60), Set.of(), Optional.empty());
        store.tokens().revoke(first.id(), NOON, event());

        assertThat(store.tokens().list(Optional.empty(), ALL).items())
                .extracting(owned -> owned.token().id())
                .containsExactly(second.id(), first.id());
    }

    @Test
    void listsThoseOfOneAccount() {
        Account other = new Account(ids.account(), "cd", Role.USER, Optional.empty(), false, NOON, Optional.empty());
        store.accounts().add(other, event());
        ApiToken first = kept(Set.of(), Optional.empty());
        add(token(other.id(), NOON, Set.of(), Optional.empty()), other);
        ApiToken third = kept(Set.of(), Optional.empty());

        Page<Owned> page = store.tokens().list(Optional.of(account.id()), new PageRequest(2, 1));

        assertThat(page.items()).containsExactly(new Owned(first, account));
        assertThat(page.totalCount()).isEqualTo(2);
        assertThat(store.tokens().list(Optional.of(account.id()), ALL).items())
                .extracting(Owned::token)
                .containsExactly(third, first);
        assertThat(store.tokens().list(Optional.of(ids.account()), ALL).totalCount())
                .isZero();
    }

    @Test
    void keepsTheAuditOfWhatItAdds() {
        List<AuditEvent> events = List.of(event(), event());

        store.tokens().add(new Owned(token(account.id(), NOON, Set.of(), Optional.empty()), account), events);

        assertThat(store.audit().list(ALL).items()).containsAll(events);
    }

    @Test
    void addsAnAccountWithItsFirstTokenOrNeither() {
        Account fresh = new Account(ids.account(), "cd", Role.USER, Optional.empty(), false, NOON, Optional.empty());
        ApiToken token = token(fresh.id(), NOON, Set.of("acme"), Optional.empty());
        long events = eventsKept();

        assertThat(add(token(fresh.id(), NOON, Set.of("acme", "gone"), Optional.empty()), fresh))
                .isFalse();
        assertThat(store.accounts().find(fresh.id())).isEmpty();
        assertThat(eventsKept()).isEqualTo(events);

        assertThat(add(token, fresh)).isTrue();
        assertThat(store.accounts().find(fresh.id())).contains(fresh);
        assertThat(store.tokens().find(token.id())).contains(new Owned(token, fresh));
    }

    @Test
    void addsNoTokenOfANewAccountWhoseNameIsTaken() {
        Account same = new Account(ids.account(), "CI", Role.RUNNER, Optional.empty(), false, NOON, Optional.empty());
        long events = eventsKept();

        assertThat(add(token(same.id(), NOON, Set.of(), Optional.empty()), same))
                .isFalse();

        assertThat(store.accounts().find(same.id())).isEmpty();
        assertThat(store.tokens().list(Optional.empty(), ALL).totalCount()).isZero();
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void refusesASecondOneOfTheSameText() {
        ApiToken first = kept(Set.of(), Optional.empty());
        long events = eventsKept();
        ApiToken same = new ApiToken(
                ids.token(),
                account.id(),
                first.secretHash(),
                Set.of(),
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> add(same, account)).isInstanceOf(RuntimeException.class);

        assertThat(store.tokens().list(Optional.empty(), ALL).items()).hasSize(1);
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void notesTheLastUse() {
        ApiToken token = kept(Set.of(), Optional.empty());

        store.tokens().used(token.id(), NOON.plusSeconds(1), NOON);
        store.tokens().used(ids.token(), NOON, NOON);

        assertThat(reread(token).lastUsedAt()).contains(NOON.plusSeconds(1));
    }

    @Test
    void notesNoUseWhereOneIsNotedLately() {
        ApiToken token = kept(Set.of(), Optional.empty());
        store.tokens().used(token.id(), NOON.plusSeconds(1), NOON);

        store.tokens().used(token.id(), NOON.plusSeconds(2), NOON);
        assertThat(reread(token).lastUsedAt()).contains(NOON.plusSeconds(1));

        store.tokens().used(token.id(), NOON.plusSeconds(61), NOON.plusSeconds(1));
        assertThat(reread(token).lastUsedAt()).contains(NOON.plusSeconds(61));
    }

    @Test
    void revokesOnceWithItsAudit() {
        ApiToken token = kept(Set.of(), Optional.empty());
        ApiToken other = kept(Set.of(), Optional.empty());
        AuditEvent event = event();

        assertThat(store.tokens().revoke(token.id(), NOON, event)).isTrue();
        assertThat(store.audit().list(ALL).items()).contains(event);
        long events = eventsKept();

        assertThat(store.tokens().revoke(token.id(), NOON.plusSeconds(1), event()))
                .isFalse();
        assertThat(store.tokens().revoke(ids.token(), NOON, event())).isFalse();

        assertThat(reread(token).revokedAt()).contains(NOON);
        assertThat(reread(other).revokedAt()).isEmpty();
        assertThat(eventsKept()).isEqualTo(events);
    }

    @Test
    void letsOneOfSeveralRevoke() throws Exception {
        ApiToken token = kept(Set.of(), Optional.empty());

        List<Boolean> revoked = Together.run(4, () -> store.tokens().revoke(token.id(), NOON, event()));

        assertThat(revoked).containsExactlyInAnyOrder(true, false, false, false);
    }

    private ApiToken reread(ApiToken token) {
        return store.tokens().find(token.id()).orElseThrow().token();
    }

    private ApiToken kept(Set<String> organizations, Optional<Instant> expiresAt) {
        return kept(NOON, organizations, expiresAt);
    }

    private ApiToken kept(Instant at, Set<String> organizations, Optional<Instant> expiresAt) {
        ApiToken token = token(account.id(), at, organizations, expiresAt);
        add(token, account);
        return token;
    }

    private boolean add(ApiToken token, Account owner) {
        return store.tokens().add(new Owned(token, owner), List.of(event()));
    }

    private ApiToken token(AccountId owner, Instant at, Set<String> organizations, Optional<Instant> expiresAt) {
        return new ApiToken(
                ids.token(),
                owner,
                secrets.hashToken(secrets.newToken()),
                organizations,
                at,
                expiresAt,
                Optional.empty(),
                Optional.empty());
    }
}
