package dev.signalbox.domain.port.in;

/** The server's own work on bulk ends, for whatever calls it again and again; several servers may do so at once. */
public interface BulkEndWork {

    /**
     * Takes up a bulk end that runs and goes some runs further; pauses it if whoever asked for it may not force runs
     * any more.
     *
     * @param worker the name under which this server leases what it works on, unlike any other's
     * @return false if there is nothing to do
     */
    boolean advance(String worker);
}
