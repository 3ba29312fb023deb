package dev.signalbox.domain.workspace;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A lock set by a person; no end of a run ever touches it.
 *
 * @param byName the locker's name at that time
 * @param reason in the locker's words, at most {@value #MAX_REASON_LENGTH} characters; may be empty
 */
public record WorkspaceLock(Optional<AccountId> by, String byName, String reason, Instant at) {

    /** The longest reason, in characters. */
    public static final int MAX_REASON_LENGTH = 1_000;

    /** Refuses {@link Refusal.InvalidAttribute} a reason that is too long or that PostgreSQL cannot keep. */
    public WorkspaceLock {
        Text.checkKept("reason", Optional.of(reason), MAX_REASON_LENGTH);
        Milliseconds.check(at);
    }

    /** The lock that the actor sets. */
    public static WorkspaceLock of(Actor actor, Optional<String> reason, Instant at) {
        return new WorkspaceLock(actor.account(), actor.name(), reason.orElse(""), at);
    }

    /** Tells whether it was the actor's account that set it. */
    public boolean isOf(Actor actor) {
        return by.equals(actor.account());
    }
}
