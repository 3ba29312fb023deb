package dev.signalbox.domain.testing;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.port.in.TokenAdministration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Actors with real tokens, made when they are first asked for and the same ever after. */
final class TestTokens {

    private final TokenAdministration tokens;
    private final Map<String, Actor> actors = new ConcurrentHashMap<>();
    private final Map<Object, String> texts = new ConcurrentHashMap<>();

    TestTokens(TokenAdministration tokens) {
        this.tokens = tokens;
    }

    Actor actor(String name, Role role) {
        return actors.computeIfAbsent(name, _ -> make(name, role, Set.of()));
    }

    Actor again(Actor actor) {
        return make(actor.name(), actor.role(), Set.of());
    }

    Actor restricted(Role role, Set<OrganizationName> organizations) {
        return make("restricted-" + role.name().toLowerCase(Locale.ROOT), role, organizations);
    }

    String text(Actor actor) {
        return texts.get(actor.token().orElseThrow());
    }

    private Actor make(String name, Role role, Set<OrganizationName> organizations) {
        TokenAdministration.Issued issued =
                tokens.create(name, role, organizations, Optional.empty(), Actor.atTheServer());
        texts.put(issued.token().id(), issued.text());
        return issued.account().actor(Optional.of(issued.token()), RequestOrigin.NONE);
    }
}
