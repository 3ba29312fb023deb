package dev.signalbox.rest;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.testing.TestSignalbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone who calls a route.
 *
 * @param role absent for whoever has no good token
 * @param organizations to which the token is restricted; none for no restriction
 */
record Caller(String name, Optional<Role> role, Set<String> organizations) {

    /** Everybody there is. */
    static List<Caller> all() {
        List<Caller> all = new ArrayList<>();
        all.add(new Caller("nobody", Optional.empty(), Set.of()));
        all.add(new Caller("bad token", Optional.empty(), Set.of()));
        for (Role role : Role.values()) {
            all.add(new Caller(role.wireName(), Optional.of(role), Set.of()));
            all.add(new Caller(role.wireName() + " of acme", Optional.of(role), Set.of("acme")));
            all.add(new Caller(role.wireName() + " of globex", Optional.of(role), Set.of("globex")));
        }
        return all;
    }

    /** The token to send; empty for none. */
    String token(TestSignalbox box) {
        if (role.isEmpty()) {
            return name.equals("nobody") ? "" : "signalbox.made.up";
        }
        if (organizations.isEmpty()) {
            return box.token(
                    switch (role.get()) {
                        case SITE_ADMIN -> box.admin();
                        case SUPPORT -> box.support();
                        case USER -> box.user();
                        case RUNNER -> box.runner();
                    });
        }
        return box.token(box.restricted(role.get(), organizations.toArray(String[]::new)));
    }

    @Override
    public String toString() {
        return name;
    }
}
