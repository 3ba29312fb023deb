package dev.signalbox.domain.run;

import dev.signalbox.domain.Text;
import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a run was asked for; never changes.
 *
 * @param planOnly the run ends with its plan: it neither waits for others nor blocks them
 * @param autoApply a plan with changes is confirmed at once
 * @param destroy the plan is one of destruction
 * @param message for people; at most {@value #MAX_MESSAGE_LENGTH} characters
 * @param key the submitter's own key, which makes submitting again harmless; 8 to 64 of {@code [A-Za-z0-9_-]}
 * @param author the account that submitted it, if it was one
 * @param authorName the author's name at that time
 * @param ci the CI job it comes from
 */
public record Submission(
        boolean planOnly,
        boolean autoApply,
        boolean destroy,
        Optional<String> message,
        Optional<String> key,
        Optional<AccountId> author,
        String authorName,
        Optional<CiJob> ci) {

    /** The longest {@link #message}, in characters. */
    public static final int MAX_MESSAGE_LENGTH = 1_000;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /**
     * Refuses {@link Refusal.InvalidAttribute} a message that is too long or holds a NUL, and a key of another shape.
     */
    public Submission {
        Text.checkKept("message", message, MAX_MESSAGE_LENGTH);
        if (key.filter(text -> !KEY.matcher(text).matches()).isPresent()) {
            throw new Refused(
                    new Refusal.InvalidAttribute("key", "must be 8 to 64 letters, digits, hyphens or underscores"));
        }
    }

    /** Tells whether a runner brought the run: only runners submit under a key. */
    public boolean isByRunner() {
        return key.isPresent();
    }

    /** Tells whether the other asks for the same, in the name of the same account. */
    public boolean asksTheSameAs(Submission other) {
        return planOnly == other.planOnly
                && autoApply == other.autoApply
                && destroy == other.destroy
                && message.equals(other.message)
                && author.equals(other.author);
    }
}
