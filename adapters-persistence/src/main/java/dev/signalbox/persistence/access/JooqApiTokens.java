package dev.signalbox.persistence.access;

import static dev.signalbox.persistence.jooq.Tables.ACCOUNTS;
import static dev.signalbox.persistence.jooq.Tables.API_TOKENS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.persistence.audit.AuditRows;
import dev.signalbox.persistence.page.CountedPage;
import dev.signalbox.persistence.together.Gathering;
import dev.signalbox.persistence.together.Gathering.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Tokens in PostgreSQL. */
public final class JooqApiTokens implements ApiTokens {

    private static final Table<?> OWNED = API_TOKENS.join(ACCOUNTS).on(API_TOKENS.ACCOUNT_ID.eq(ACCOUNTS.ID));

    private static final List<? extends SelectFieldOrAsterisk> COLUMNS =
            List.of(API_TOKENS.asterisk(), ACCOUNTS.asterisk());

    private record Use(ApiTokenId token, Instant at, Instant lately) {}

    private final DSLContext dsl;
    private final Gathering<String, Optional<Owned>> ofMany;
    private final Gathering<Use, Boolean> uses;

    /** Reads and writes through the context, in the transaction it stands in. */
    public JooqApiTokens(DSLContext dsl) {
        this(dsl, Gathering.PAUSE);
    }

    /** The same with another time for which what many ask for is gathered. */
    public JooqApiTokens(DSLContext dsl, Duration pause) {
        this.dsl = dsl;
        this.ofMany = new Gathering<>(pause, this::tell, _ -> false);
        this.uses = new Gathering<>(pause, this::note, _ -> false);
    }

    @Override
    public boolean add(Owned token, List<AuditEvent> audit) {
        return dsl.transactionResult(transaction -> {
            if (!TokenReach.hold(transaction.dsl(), token.token().organizations())) {
                return false;
            }
            Optional<Integer> account = JooqAccounts.findOrAdd(transaction.dsl(), token.account());
            account.ifPresent(id -> {
                transaction
                        .dsl()
                        .insertInto(API_TOKENS)
                        .set(AccessRows.toRow(token.token(), id))
                        .execute();
                AuditRows.insert(transaction.dsl(), audit);
            });
            return account.isPresent();
        });
    }

    @Override
    public Optional<Owned> findBySecretHash(String secretHash) {
        return find(API_TOKENS.SECRET_HASH.eq(secretHash));
    }

    @Override
    public Optional<Owned> findAmongMany(String secretHash) {
        return ofMany.ask(secretHash);
    }

    private void tell(List<Asked<String, Optional<Owned>>> asked) {
        String[] hashes = asked.stream().map(Asked::question).distinct().toArray(String[]::new);
        Map<String, Owned> found = dsl.select(COLUMNS)
                .from(OWNED)
                .where(API_TOKENS.SECRET_HASH.eq(any(hashes)))
                .fetchMap(API_TOKENS.SECRET_HASH, JooqApiTokens::toOwned);
        asked.forEach(one -> one.answer(Optional.ofNullable(found.get(one.question()))));
    }

    @Override
    public Optional<Owned> find(ApiTokenId id) {
        return find(API_TOKENS.EXTERNAL_ID.eq(id.value()));
    }

    /** Locks the tokens, always in the same order, and tells what they are then. */
    static List<Owned> lock(DSLContext dsl, Condition condition) {
        return dsl.select(COLUMNS)
                .from(OWNED)
                .where(condition)
                .orderBy(API_TOKENS.ID)
                .forNoKeyUpdate()
                .of(API_TOKENS)
                .fetch(JooqApiTokens::toOwned);
    }

    private Optional<Owned> find(Condition condition) {
        return dsl.select(COLUMNS).from(OWNED).where(condition).fetchOptional(JooqApiTokens::toOwned);
    }

    @Override
    public Page<Owned> list(Optional<AccountId> account, PageRequest page) {
        Condition condition = account.map(JooqApiTokens::isOf).orElse(noCondition());
        return new CountedPage<>(
                        API_TOKENS.ID,
                        condition,
                        API_TOKENS.ID.desc(),
                        field(select(count().cast(SQLDataType.BIGINT))
                                .from(API_TOKENS)
                                .where(condition)),
                        OWNED,
                        COLUMNS)
                .fetch(dsl, page, JooqApiTokens::toOwned);
    }

    private static Condition isOf(AccountId account) {
        return API_TOKENS.ACCOUNT_ID.eq(
                select(ACCOUNTS.ID).from(ACCOUNTS).where(ACCOUNTS.EXTERNAL_ID.eq(account.value())));
    }

    @Override
    public boolean revoke(ApiTokenId id, Instant at, AuditEvent audit) {
        return dsl.transactionResult(transaction -> {
            boolean revoked = transaction
                            .dsl()
                            .update(API_TOKENS)
                            .set(API_TOKENS.REVOKED_AT, at)
                            .where(API_TOKENS.EXTERNAL_ID.eq(id.value()))
                            .and(API_TOKENS.REVOKED_AT.isNull())
                            .execute()
                    == 1;
            if (revoked) {
                AuditRows.insert(transaction.dsl(), audit);
            }
            return revoked;
        });
    }

    @Override
    public void used(ApiTokenId id, Instant at, Instant lately) {
        uses.ask(new Use(id, at, lately));
    }

    /** What another has locked is noted by that one, or at the next use; so those who note several cannot block. */
    private void note(List<Asked<Use, Boolean>> asked) {
        Use newest = asked.stream()
                .map(Asked::question)
                .max(Comparator.comparing(Use::at))
                .orElseThrow();
        String[] ids = asked.stream()
                .map(one -> one.question().token.value())
                .distinct()
                .toArray(String[]::new);
        dsl.update(API_TOKENS)
                .set(API_TOKENS.LAST_USED_AT, newest.at)
                .where(API_TOKENS.ID.in(select(API_TOKENS.ID)
                        .from(API_TOKENS)
                        .where(API_TOKENS.EXTERNAL_ID.eq(any(ids)))
                        .and(API_TOKENS.LAST_USED_AT.isNull().or(API_TOKENS.LAST_USED_AT.le(newest.lately)))
                        .forUpdate()
                        .skipLocked()))
                .execute();
        asked.forEach(one -> one.answer(true));
    }

    private static Owned toOwned(Record row) {
        Account account = AccessRows.toAccount(row.into(ACCOUNTS));
        return new Owned(AccessRows.toToken(row.into(API_TOKENS), account.id()), account);
    }
}
