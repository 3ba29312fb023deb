package dev.signalbox.app.journey;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for a fact, with a limit. */
final class Await {

    private Await() {}

    /** Asks again and again until the value is as wanted, and returns it. */
    static <T> T until(Duration limit, Supplier<T> value, Predicate<T> wanted) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        T seen = value.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not as wanted after " + limit + ": " + seen);
            }
            Thread.sleep(100);
            seen = value.get();
        }
        return seen;
    }
}
