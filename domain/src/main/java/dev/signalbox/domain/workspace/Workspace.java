package dev.signalbox.domain.workspace;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.refusal.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * The place in which one run at a time may change one state.
 *
 * @param vcsRepo the identifier of the repository it is fed from, such as {@code acme/network}; one line of at most
 *     {@value #MAX_VCS_REPO_LENGTH} characters
 * @param lock set by a person
 */
public record Workspace(
        WorkspaceId id,
        OrganizationName organization,
        WorkspaceName name,
        Optional<String> vcsRepo,
        Instant createdAt,
        Optional<WorkspaceLock> lock) {

    /** The longest repository identifier, in characters. */
    public static final int MAX_VCS_REPO_LENGTH = 500;

    /** Refuses {@link Refusal.InvalidAttribute} a repository identifier that is blank, too long, or not one line. */
    public Workspace {
        Text.checkLine("vcs-repo.identifier", vcsRepo, MAX_VCS_REPO_LENGTH);
        Milliseconds.check(createdAt);
    }
}
