package dev.signalbox.domain.testing;

import dev.signalbox.domain.port.out.Listening;
import java.time.Instant;
import java.util.function.Supplier;

/** Runners that could be heard since a moment that the test tells; it counts the looks at the database. */
public final class SettableListening implements Listening {

    private final Supplier<Instant> since;
    private int looks;

    /** Since that moment, which is asked for each time. */
    public SettableListening(Supplier<Instant> since) {
        this.since = since;
    }

    @Override
    public Instant since() {
        return since.get();
    }

    @Override
    public Instant steadySince() {
        return Instant.EPOCH;
    }

    @Override
    public void look() {
        looks++;
    }

    /** How often it was said that the database could be looked at. */
    public int looks() {
        return looks;
    }
}
