package dev.signalbox.domain.access;

/** What a role may be allowed to do; reading what lies in one's own organizations needs none. */
public enum Right {
    /** See every run of the installation, and that the admin routes exist at all. */
    SEE_ALL_RUNS,
    FORCE_RUNS,
    RELEASE_HOLDS,
    READ_AUDIT,
    CHANGE_SETTINGS,
    /** See which accounts and tokens there are. */
    READ_ACCESS,
    MANAGE_ACCESS,
    CREATE_ORGANIZATIONS,
    CREATE_WORKSPACES,
    /** Lock workspaces, and unlock those that one has locked. */
    LOCK_WORKSPACES,
    /** Unlock workspaces that somebody else has locked. */
    FORCE_UNLOCK_WORKSPACES,
    /** Create the organization and the workspace that a submitted run names, if they are missing. */
    CREATE_ON_SUBMISSION,
    /** Delete workspaces in which nothing is going on. */
    DELETE_WORKSPACES_SAFELY,
    /** Delete workspaces whatever is going on in them. */
    DELETE_WORKSPACES,
    DELETE_ORGANIZATIONS,
    CREATE_RUNS,
    CONFIRM_RUNS,
    DISCARD_RUNS,
    CANCEL_RUNS,
    OVERRIDE_POLICIES,
    /** Report on the runs that one's own runner holds, confirm and withdraw them. */
    REPORT_RUNS
}
