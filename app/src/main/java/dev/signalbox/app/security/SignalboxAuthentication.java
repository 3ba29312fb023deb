package dev.signalbox.app.security;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.AccessControl.SignedIn;
import dev.signalbox.rest.ActorPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who a request or a session belongs to, once that is proven; its principal is the domain's actor. */
final class SignalboxAuthentication extends AbstractAuthenticationToken implements ActorPrincipal {

    private static final String MUST_CHANGE_PASSWORD = "ROLE_MUST_CHANGE_PASSWORD";

    private final transient Actor actor;
    private final transient @Nullable SignIn signIn;

    /** What a session stands on. */
    record SignIn(SignedIn person, Instant at) {}

    private SignalboxAuthentication(Actor actor, String authority, @Nullable SignIn signIn) {
        super(List.of(new SimpleGrantedAuthority(authority)));
        this.actor = actor;
        this.signIn = signIn;
        setAuthenticated(true);
    }

    /** Of a token, with the authority that goes with the actor's role, such as {@code ROLE_SITE_ADMIN}. */
    static SignalboxAuthentication of(Actor actor) {
        return new SignalboxAuthentication(actor, authority(actor), null);
    }

    /**
     * Of a person who signed in at that time, with the authority that goes with the role; while the password is one
     * that Signalbox made, nothing is allowed to them but to change it.
     */
    static SignalboxAuthentication of(SignedIn person, Instant at) {
        var authority = person.mustChangePassword() ? MUST_CHANGE_PASSWORD : authority(person.actor());
        return new SignalboxAuthentication(person.actor(), authority, new SignIn(person, at));
    }

    private static String authority(Actor actor) {
        return "ROLE_" + actor.role().name();
    }

    /** How the person signed in; absent for a token. */
    Optional<SignIn> signIn() {
        return Optional.ofNullable(signIn);
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
