package dev.signalbox.rest;

import dev.signalbox.domain.access.Actor;
import java.security.Principal;

/** The principal of an authenticated request; whoever authenticates requests puts one there. */
public interface ActorPrincipal extends Principal {

    /** Who asks. */
    Actor actor();
}
