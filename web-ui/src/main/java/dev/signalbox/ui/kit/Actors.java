package dev.signalbox.ui.kit;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.signalbox.domain.access.Actor;

/** Who is signed in, in the words of the security configuration and of the domain. */
public final class Actors {

    /** The role, for access annotations, of a person who may do everything. */
    public static final String SITE_ADMIN = "SITE_ADMIN";

    /** The role of a person who may read everything. */
    public static final String SUPPORT = "SUPPORT";

    /** The only role of a person who has to choose a password before anything else. */
    public static final String MUST_CHANGE_PASSWORD = "MUST_CHANGE_PASSWORD";

    private Actors() {}

    /** The person who is signed in; an IllegalStateException where nobody is, which no view lets happen. */
    public static Actor signedIn(AuthenticationContext authentication) {
        return authentication
                .getAuthenticatedUser(Actor.class)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
