package dev.signalbox.domain.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, forwards or back. */
public final class SettableClock implements InstantSource {

    /** Where it stands at first. */
    public static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock to the instant. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Moves the clock forward and tells the new time. */
    public Instant advance(Duration duration) {
        return now.updateAndGet(before -> before.plus(duration));
    }
}
