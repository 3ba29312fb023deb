package dev.signalbox.app.security;

import dev.signalbox.app.edge.AddressRanges;
import dev.signalbox.domain.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever tries passwords.
 *
 * <p>It counts failures per name and {@linkplain AddressRanges#network network}, and per network alone; a try counts as
 * one from its beginning until it succeeds, so that many at once are no way around it. After some, the next try has to
 * wait, twice as long after each failure, up to five minutes. So a stranger elsewhere cannot lock a person out. It
 * forgets after an hour, and the oldest first when there are many.
 */
final class SignInGuard {

    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_ADDRESS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MAX_REMEMBERED = 10_000;
    private static final int MAX_DOUBLINGS = 9;

    /** How many, when the last of them began, and when the one before. */
    private record Failures(int count, Instant last, Instant before) {}

    private final InstantSource time;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    SignInGuard(InstantSource time) {
        this.time = time;
    }

    /**
     * Tells whether a try is looked at now, and counts it as failed until {@link #succeeded} says otherwise; if not, it
     * is refused whatever the password.
     */
    synchronized boolean admits(String name, String address) {
        if (!isOver(ofName(name, address), FREE_PER_NAME) || !isOver(ofAddress(address), FREE_PER_ADDRESS)) {
            return false;
        }
        count(ofName(name, address));
        count(ofAddress(address));
        return true;
    }

    private boolean isOver(String key, int free) {
        var known = failures.get(key);
        return known == null || !time.instant().isBefore(known.last().plus(waitAfter(known.count() - free)));
    }

    private static Duration waitAfter(int failuresBeyondFree) {
        if (failuresBeyondFree < 0) {
            return Duration.ZERO;
        }
        var wait = Duration.ofSeconds(1L << Math.min(failuresBeyondFree, MAX_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void count(String key) {
        var now = time.instant();
        var known = failures.remove(key);
        // Removed and added anew, it stands last: the first is the one that has been quiet for longest.
        failures.put(
                key,
                known == null || isForgotten(known, now)
                        ? new Failures(1, now, now)
                        : new Failures(known.count() + 1, now, known.last()));
        if (failures.size() > MAX_REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private static boolean isForgotten(Failures known, Instant now) {
        return !now.isBefore(known.last().plus(MEMORY));
    }

    /** Forgets the failures of that name from that address; those of the address alone stay, but for this try. */
    synchronized void succeeded(String name, String address) {
        failures.remove(ofName(name, address));
        failures.computeIfPresent(
                ofAddress(address),
                (_, known) ->
                        known.count() == 1 ? null : new Failures(known.count() - 1, known.before(), known.before()));
    }

    private static String ofName(String name, String address) {
        return ofAddress(address) + " " + Text.folded(name.length() > 100 ? name.substring(0, 100) : name);
    }

    private static String ofAddress(String address) {
        return AddressRanges.network(address);
    }
}
