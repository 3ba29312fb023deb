package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;

/** Runners send what their commands print, and whoever may see the run reads it. */
public interface RunLogs {

    /**
     * Takes a chunk of the run's log; what of it is kept already changes nothing, and of a chunk that goes on beyond
     * {@link RunLog#MAX_SIZE} only what fits is kept. It is no sign of life. A run that
     * has ended takes the last of its log, too. Refuses {@link Refusal.NotFound},
     * {@link Refusal.HeldByAnotherRunner}, {@link Refusal.InvalidParameter}, {@link Refusal.LogGap} and
     * {@link Refusal.LogFull}; a refused chunk changes nothing.
     *
     * @param offset how many bytes of the log stand before the chunk
     * @param chunk 1 to {@link RunLog#MAX_CHUNK} bytes; anything else is a programming error
     */
    LogReceipt append(RunId run, long offset, byte[] chunk, Actor actor);

    /**
     * A part of the run's log. Refuses {@link Refusal.NotFound} and {@link Refusal.InvalidParameter}.
     *
     * @param offset how many bytes stand before it, 0 or more
     * @param limit the most bytes it may have, 1 to {@link LogBytes#MAX_LENGTH}
     */
    LogSlice read(RunId run, long offset, int limit, Actor actor);
}
