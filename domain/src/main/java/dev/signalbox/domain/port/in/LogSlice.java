package dev.signalbox.domain.port.in;

import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunStatus;

/**
 * A part of a run's log.
 *
 * @param bytes none behind the end; a character may begin in one slice and end in the next
 * @param offset how many bytes of the log stand before them
 * @param size how many bytes of the log are kept now
 * @param complete whether the run has ended and nothing of it runs any more, so that no more is to come
 * @param full whether no more is taken, whatever the command goes on to print
 * @param status the run's
 */
public record LogSlice(LogBytes bytes, long offset, long size, boolean complete, boolean full, RunStatus status) {}
