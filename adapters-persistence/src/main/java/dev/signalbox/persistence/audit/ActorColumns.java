package dev.signalbox.persistence.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;

/** The columns, named alike in every table that has them, in which an actor is kept as text. */
public final class ActorColumns {

    private static final Field<String> ACCOUNT_ID = field(name("account_id"), String.class);
    private static final Field<String> ACTOR_NAME = field(name("actor_name"), String.class);
    private static final Field<String> ACTOR_ROLE = field(name("actor_role"), String.class);
    private static final Field<String> TOKEN_ID = field(name("token_id"), String.class);
    private static final Field<String[]> TOKEN_ORGANIZATIONS = field(name("token_organizations"), String[].class);
    private static final Field<String> ADDRESS = field(name("address"), String.class);
    private static final Field<String> REQUEST_ID = field(name("request_id"), String.class);

    private ActorColumns() {}

    /** Writes the actor into the row. */
    public static void write(Actor actor, Record row) {
        row.set(ACCOUNT_ID, actor.account().map(AccountId::value).orElse(null));
        row.set(ACTOR_NAME, actor.name());
        row.set(ACTOR_ROLE, actor.role().wireName());
        row.set(TOKEN_ID, actor.token().map(ApiTokenId::value).orElse(null));
        row.set(TOKEN_ORGANIZATIONS, actor.organizations().stream().sorted().toArray(String[]::new));
        row.set(ADDRESS, actor.origin().address());
        row.set(REQUEST_ID, actor.origin().requestId());
    }

    /** Reads the actor of the row. */
    public static Actor toActor(Record row) {
        return new Actor(
                Optional.ofNullable(row.get(ACCOUNT_ID)).map(AccountId::new),
                row.get(ACTOR_NAME),
                Role.ofWireName(row.get(ACTOR_ROLE)).orElseThrow(),
                Optional.ofNullable(row.get(TOKEN_ID)).map(ApiTokenId::new),
                Set.of(row.get(TOKEN_ORGANIZATIONS)),
                new RequestOrigin(row.get(ADDRESS), row.get(REQUEST_ID)));
    }
}
