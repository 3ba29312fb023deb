package dev.signalbox.domain.port.out;

import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import java.util.Optional;
import java.util.function.Function;

/** What the commands of the runs printed; a run's log is gone with the run. */
public interface Logs {

    /** The run's log; empty where none was sent, and of a run that does not exist. */
    RunLog find(RunId run);

    /**
     * Puts at the end of the run's log what the function returns, atomically: nobody else appends between what the
     * function sees and what it returns. What the function throws leaves everything as it was.
     *
     * @return the log as it is afterwards; absent, and nothing is kept, if the run does not exist
     */
    Optional<RunLog> append(RunId run, Function<RunLog, LogBytes> more);

    /**
     * The bytes of the log from the offset on, fewer than the limit only at the end of the log.
     *
     * @param offset 0 or more
     * @param limit 0 to {@link LogBytes#MAX_LENGTH}
     */
    LogBytes read(RunId run, long offset, int limit);
}
