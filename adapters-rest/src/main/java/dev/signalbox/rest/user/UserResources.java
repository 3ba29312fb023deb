package dev.signalbox.rest.user;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts as resources of type {@value #TYPE}: a name, and little else, since anyone may look. */
public final class UserResources {

    /** The type of users on the wire. */
    public static final String TYPE = "users";

    private UserResources() {}

    /** What other resources refer to it by. */
    public static ResourceId id(String account) {
        return new ResourceId(TYPE, account);
    }

    /** Reads an ID in a path; refuses {@link Refusal.NotFound} a text that can be none. */
    static AccountId idOf(String text) {
        return AccountId.parse(text).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.ACCOUNT)));
    }

    /** The account as others see it. */
    public static Resource of(Account account) {
        return resource(account, attributes(account));
    }

    /** The account as its owner sees it, with what the owner may do in this way: not all that the account may. */
    static Resource own(Account account, Actor actor) {
        Map<String, @Nullable Object> attributes = attributes(account);
        attributes.put("email", null);
        attributes.put("is-site-admin", account.role() == Role.SITE_ADMIN);
        attributes.put("signalbox-role", account.role().wireName());
        Map<String, Object> permissions = new LinkedHashMap<>();
        // No token is restricted to an organization that does not exist yet.
        permissions.put("can-create-organizations", actor.mayEverywhere(Right.CREATE_ORGANIZATIONS));
        permissions.put("can-change-email", false);
        permissions.put("can-change-username", false);
        attributes.put("permissions", permissions);
        return resource(account, attributes);
    }

    private static Map<String, @Nullable Object> attributes(Account account) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("username", account.name());
        attributes.put("is-service-account", !account.isPerson());
        attributes.put("avatar-url", null);
        return attributes;
    }

    private static Resource resource(Account account, Map<String, @Nullable Object> attributes) {
        return new Resource(id(account.id().value()), attributes, Map.of(), "/api/v2/users/" + account.id());
    }
}
