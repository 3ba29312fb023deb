package dev.signalbox.domain.access;

import static dev.signalbox.domain.access.Right.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account is there for. The rights of a role stand here and nowhere else. */
public enum Role {
    SITE_ADMIN(
            SEE_ALL_RUNS,
            FORCE_RUNS,
            RELEASE_HOLDS,
            READ_AUDIT,
            CHANGE_SETTINGS,
            READ_ACCESS,
            MANAGE_ACCESS,
            CREATE_ORGANIZATIONS,
            CREATE_WORKSPACES,
            LOCK_WORKSPACES,
            FORCE_UNLOCK_WORKSPACES,
            DELETE_WORKSPACES_SAFELY,
            DELETE_WORKSPACES,
            DELETE_ORGANIZATIONS,
            CREATE_RUNS,
            CONFIRM_RUNS,
            DISCARD_RUNS,
            CANCEL_RUNS,
            OVERRIDE_POLICIES),
    SUPPORT(SEE_ALL_RUNS, READ_AUDIT, READ_ACCESS),
    USER(
            CREATE_WORKSPACES,
            LOCK_WORKSPACES,
            DELETE_WORKSPACES_SAFELY,
            CREATE_RUNS,
            CONFIRM_RUNS,
            DISCARD_RUNS,
            CANCEL_RUNS,
            OVERRIDE_POLICIES),
    RUNNER(CREATE_ON_SUBMISSION, CREATE_RUNS, REPORT_RUNS);

    // Set.of makes sets that nobody can change; the checker knows only the type.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Right> rights;

    Role(Right... rights) {
        this.rights = Set.of(rights);
    }

    /** Tells whether the role has the right. */
    public boolean has(Right right) {
        return rights.contains(right);
    }

    /** The name on the command line and in the API: lower case with hyphens, such as {@code site-admin}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #wireName()}; an unknown name is absent. */
    public static Optional<Role> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst();
    }
}
