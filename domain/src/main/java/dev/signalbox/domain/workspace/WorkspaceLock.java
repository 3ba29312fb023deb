package dev.signalbox.domain.workspace;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A lock set by a person; no end of a run ever touches it.
 *
 * @param byName the locker's name at that time
 * @param reason in the locker's words; may be empty
 */
public record WorkspaceLock(Optional<AccountId> by, String byName, String reason, Instant at) {

    /** Refuses, as a programming error, an instant finer than a millisecond. */
    public WorkspaceLock {
        Milliseconds.check(at);
    }
}
