package dev.signalbox.ui.testing;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Authentications as the application makes them: the principal is an actor, the authority its role. */
public final class SignedInPerson {

    private SignedInPerson() {}

    /** A person of the role. */
    public static Authentication of(Role role) {
        Actor actor = new Actor(
                Optional.empty(),
                role.wireName(),
                role,
                Optional.empty(),
                Set.of(),
                new RequestOrigin("127.0.0.1", "test"));
        return of(actor, "ROLE_" + role.name());
    }

    /** The actor with that authority alone. */
    public static Authentication of(Actor actor, String authority) {
        return UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList(authority));
    }
}
