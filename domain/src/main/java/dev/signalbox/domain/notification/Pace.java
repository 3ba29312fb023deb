package dev.signalbox.domain.notification;

import java.time.Duration;
import java.time.Instant;

/**
 * How a channel goes on after its last attempts.
 *
 * @param failures how many of them have failed, one after the other
 * @param restsUntil nothing is tried before
 * @param singles how many of the next are tried one by one
 */
public record Pace(int failures, Instant restsUntil, int singles) {

    /** Of a channel by which nothing has been tried yet. */
    public static final Pace FRESH = new Pace(0, Instant.EPOCH, 0);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** After a delivery. */
    public Pace succeeded() {
        return new Pace(0, restsUntil, Math.max(0, singles - 1));
    }

    /** After a failure: no rest if it is the only one, which may be that of what was told. */
    public Pace failed(Instant now) {
        Duration rest = failures == 0 ? Duration.ZERO : pause(failures, LONGEST_REST);
        return new Pace(failures + 1, now.plus(rest), Math.max(0, singles - 1));
    }

    /** After one has been refused by itself, which says nothing of the others. */
    public Pace refused() {
        return new Pace(failures, restsUntil, Math.max(0, singles - 1));
    }

    /** After so many have been refused together. */
    public Pace apart(int refused) {
        return new Pace(failures, restsUntil, refused);
    }

    /** How many are tried together, of those that can be. */
    public int together(int capacity) {
        return singles > 0 ? 1 : capacity;
    }

    /** What is waited for after so many failures, from 1 on: each time twice as long as before, up to the longest. */
    public static Duration pause(int failures, Duration longest) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
