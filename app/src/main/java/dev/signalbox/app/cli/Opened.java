package dev.signalbox.app.cli;

import dev.signalbox.app.console.Failure;
import dev.signalbox.app.console.Progress;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened and is to be closed, the last first; it may be closed by another thread while more is opened. */
final class Opened implements AutoCloseable {

    private final Progress progress;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private boolean closed;

    /** What goes wrong while closing is told there. */
    Opened(Progress progress) {
        this.progress = progress;
    }

    /** Closes the resource at once, and throws {@link Failure}, if all else has been closed. */
    synchronized void keep(AutoCloseable resource) {
        resources.push(resource);
        if (closed) {
            close();
            throw new Failure("Stopped while starting.");
        }
    }

    /** What fails must not keep the rest from being closed. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (Exception | Error e) {
                progress.step(Failure.whileStopping(e));
            }
        }
    }
}
