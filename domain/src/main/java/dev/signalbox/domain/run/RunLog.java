package dev.signalbox.domain.run;

import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;

/**
 * The whole of what a run's command printed, as far as its runner has sent it: one log that only grows at its end.
 *
 * <p>A runner says with every chunk where in the log it begins, so that it may send one again whose answer was lost.
 *
 * @param size how many bytes are kept
 */
public record RunLog(RunId run, long size) {

    /** The most bytes that are kept of a run. */
    public static final long MAX_SIZE = 16L * 1024 * 1024;

    /** The most bytes that are taken at once. */
    public static final int MAX_CHUNK = 256 * 1024;

    /** Refuses, as a programming error, a size that no log has. */
    public RunLog {
        if (size < 0 || size > MAX_SIZE) {
            throw new IllegalArgumentException("no log is " + size + " bytes long");
        }
    }

    /** Tells whether it takes no more, whatever is printed. */
    public boolean isFull() {
        return size == MAX_SIZE;
    }

    /**
     * What of the chunk is new and fits, to be put at the end; nothing of a chunk that is kept already. Refuses
     * {@link Refusal.LogGap} a chunk that begins behind the end, and {@link Refusal.LogFull} one that goes on where a
     * full log ends.
     *
     * @param offset how many bytes of the log stand before the chunk; 0 or more
     */
    public LogBytes newOf(long offset, LogBytes chunk) {
        if (offset > size) {
            throw new Refused(new Refusal.LogGap(run.value(), size, offset));
        }
        if (isFull() && offset + chunk.length() > size) {
            throw new Refused(new Refusal.LogFull(run.value(), size));
        }
        return chunk.part(
                (int) Math.min(chunk.length(), size - offset), (int) Math.min(chunk.length(), MAX_SIZE - offset));
    }
}
