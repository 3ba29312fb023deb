package dev.signalbox.domain.port.in;

/** The server's own work on runs that need attention, for whatever calls it every few seconds, on any server. */
public interface AttentionWork {

    /** Has it told which runs begin to need attention, and ends those that are to be ended without a person's word. */
    void act();
}
