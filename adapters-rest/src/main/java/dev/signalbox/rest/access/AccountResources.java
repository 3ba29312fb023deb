package dev.signalbox.rest.access;

import dev.signalbox.domain.access.Account;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.jsonapi.Attributes;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts as resources of type {@value #TYPE}. */
final class AccountResources {

    static final String TYPE = "accounts";
    static final String PATH = "/api/signalbox/v1/admin/accounts";

    private AccountResources() {}

    static ResourceId id(AccountId id) {
        return new ResourceId(TYPE, id.value());
    }

    /** Reads an ID in a path; refuses {@link Refusal.NotFound} a text that can be none. */
    static AccountId idOf(String text) {
        return AccountId.parse(text).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.ACCOUNT)));
    }

    static Resource of(Account account) {
        return new Resource(id(account.id()), attributes(account), Map.of(), PATH + "/" + account.id());
    }

    /** The account with its password, which no later answer shows. */
    static Resource of(Account account, String password) {
        Map<String, @Nullable Object> attributes = attributes(account);
        attributes.put("password", password);
        return new Resource(id(account.id()), attributes, Map.of(), PATH + "/" + account.id());
    }

    /** Reads the attribute {@code role}. */
    static Optional<Role> role(Attributes attributes) {
        return attributes
                .text("role")
                .map(name -> Role.ofWireName(name)
                        .orElseThrow(() -> attributes.problem("role", "must be one of " + names())));
    }

    private static Map<String, @Nullable Object> attributes(Account account) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("name", account.name());
        attributes.put("role", account.role().wireName());
        attributes.put("is-service-account", !account.isPerson());
        attributes.put("disabled", !account.isEnabled());
        attributes.put(
                "disabled-at", account.disabledAt().map(WireTime::milliseconds).orElse(null));
        attributes.put("must-change-password", account.mustChangePassword());
        attributes.put("created-at", WireTime.milliseconds(account.createdAt()));
        return attributes;
    }

    private static String names() {
        return Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(", "));
    }
}
