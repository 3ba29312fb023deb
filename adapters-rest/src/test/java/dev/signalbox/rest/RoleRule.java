package dev.signalbox.rest;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.testing.TestSignalbox;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may call a route.
 *
 * @param roles of which an account must have one
 * @param target makes what the request is about, in the organization {@code acme}
 */
record RoleRule(Route route, Set<Role> roles, Reach reach, Function<TestSignalbox, Target> target) {

    /** How far a token must reach, for it may be restricted to organizations. */
    enum Reach {
        /** Not even a token is needed. */
        OPEN,
        /** Whatever a token reaches, it is told of that. */
        ITS_OWN,
        /** To the organization of what the request is about. */
        THERE,
        /** As {@link #THERE}; of all runners only the one that holds the run, the others are told who does. */
        HELD,
        /** As {@link #THERE}, but only who locked the workspace, the unrestricted user; the others are told who did. */
        LOCKED,
        /** Only a token that is not restricted. */
        EVERYWHERE
    }

    /** A route that asks for no token. */
    static RoleRule open(String route) {
        return new RoleRule(Route.of(route), EnumSet.allOf(Role.class), Reach.OPEN, _ -> new Target(""));
    }

    /** The status that the caller gets; 200 stands for any success. */
    int answer(Caller caller) {
        if (reach == Reach.OPEN) {
            return 200;
        }
        if (caller.role().isEmpty()) {
            return 401;
        }
        if (!roles.contains(caller.role().get()) || !isReachedBy(caller.organizations())) {
            return 404;
        }
        return isKeptFrom(caller.role().get(), caller.organizations()) ? 409 : 200;
    }

    private boolean isReachedBy(Set<String> organizations) {
        return switch (reach) {
            case OPEN, ITS_OWN -> true;
            case THERE, HELD, LOCKED -> organizations.isEmpty() || organizations.contains("acme");
            case EVERYWHERE -> organizations.isEmpty();
        };
    }

    private boolean isKeptFrom(Role role, Set<String> organizations) {
        return switch (reach) {
            case OPEN, ITS_OWN, THERE, EVERYWHERE -> false;
            case HELD -> role == Role.RUNNER && !organizations.isEmpty();
            case LOCKED -> role != Role.USER || !organizations.isEmpty();
        };
    }

    /**
     * What a request is about.
     *
     * @param body with {@code $1} for the first of the values; empty for none
     * @param values of the path's variables, in their order
     */
    record Target(String body, List<String> values) {

        Target(String body, String... values) {
            this(body, List.of(values));
        }

        /** The same request about something that could exist, but does not. */
        Target missing() {
            return new Target(body, values.stream().map(Target::other).toList());
        }

        String filledBody() {
            return values.isEmpty() ? body : body.replace("$1", values.getFirst());
        }

        private static String other(String value) {
            return value.matches("[a-z]+-[1-9A-Za-z]{16}") ? value.replaceFirst("-.*", "-zzzzzzzzzzzzzzzz") : "missing";
        }
    }
}
