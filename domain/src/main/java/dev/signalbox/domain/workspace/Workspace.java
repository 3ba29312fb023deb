package dev.signalbox.domain.workspace;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
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

    /** The workspace with this lock. Refuses {@link Refusal.WorkspaceLocked} if there is one, whosever. */
    public Workspace locked(WorkspaceLock by) {
        objectionToLocking().ifPresent(Workspace::refuse);
        return with(Optional.of(by));
    }

    /** Why it cannot be locked, or be taken for one that is not: absent if there is no lock. */
    public Optional<Refusal> objectionToLocking() {
        return lock.map(this::isLocked);
    }

    /**
     * The workspace without the lock that the actor has set. Refuses {@link Refusal.WorkspaceLocked} another's, and
     * {@link Refusal.WorkspaceNotLocked}.
     */
    public Workspace unlockedBy(Actor actor) {
        lock.filter(set -> !set.isOf(actor)).map(this::isLocked).ifPresent(Workspace::refuse);
        return unlocked();
    }

    /** The workspace without its lock, whosever. Refuses {@link Refusal.WorkspaceNotLocked}. */
    public Workspace unlocked() {
        if (lock.isEmpty()) {
            throw new Refused(new Refusal.WorkspaceNotLocked(name.value()));
        }
        return with(Optional.empty());
    }

    private Refusal isLocked(WorkspaceLock set) {
        return new Refusal.WorkspaceLocked(name.value(), set.byName(), set.at(), Text.excerpt(set.reason()));
    }

    private static void refuse(Refusal refusal) {
        throw new Refused(refusal);
    }

    /** The same workspace with another lock or none, without asking whether somebody may. */
    public Workspace with(Optional<WorkspaceLock> other) {
        return new Workspace(id, organization, name, vcsRepo, createdAt, other);
    }
}
