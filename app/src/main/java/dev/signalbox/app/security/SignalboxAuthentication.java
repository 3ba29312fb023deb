package dev.signalbox.app.security;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.rest.ActorPrincipal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who a request or a session belongs to, once that is proven; its principal is the domain's actor. */
final class SignalboxAuthentication extends AbstractAuthenticationToken implements ActorPrincipal {

    private static final String MUST_CHANGE_PASSWORD = "ROLE_MUST_CHANGE_PASSWORD";

    private final transient Actor actor;

    private SignalboxAuthentication(Actor actor, GrantedAuthority authority) {
        super(List.of(authority));
        this.actor = actor;
        setAuthenticated(true);
    }

    /** With the authority that goes with the actor's role, such as {@code ROLE_SITE_ADMIN}. */
    static SignalboxAuthentication of(Actor actor) {
        return new SignalboxAuthentication(
                actor, new SimpleGrantedAuthority("ROLE_" + actor.role().name()));
    }

    /** Of a person whose password was made by Signalbox: nothing is allowed to them but to change it. */
    static SignalboxAuthentication ofPersonWithTemporaryPassword(Actor actor) {
        return new SignalboxAuthentication(actor, new SimpleGrantedAuthority(MUST_CHANGE_PASSWORD));
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.name();
    }

    /** The secret is not kept once it has done its work. */
    @Override
    public String getCredentials() {
        return "";
    }

    /** One is equal to itself alone: the actor carries the request that it came with. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
