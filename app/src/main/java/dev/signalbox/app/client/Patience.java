package dev.signalbox.app.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks again and again, and goes on while the server is away, of which it tells once. */
final class Patience {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Consumer<String> listener;
    private final Pause pause;
    private boolean answered;
    private Optional<Duration> away = Optional.empty();

    /** Tells the listener when the server goes and comes back. */
    Patience(Consumer<String> listener, Pause pause) {
        this.listener = listener;
        this.pause = pause;
    }

    /** Waits a moment before the next question. */
    void rest() {
        pause.pause(INTERVAL);
    }

    /** What the server answers in the end. Throws {@link Unanswered} only if it never has, or when interrupted. */
    <T> T answer(Supplier<T> question) {
        while (true) {
            try {
                T reply = question.get();
                if (away.isPresent()) {
                    listener.accept("the server is back");
                }
                answered = true;
                away = Optional.empty();
                return reply;
            } catch (Unanswered e) {
                if (!answered || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                waitFor(e);
            }
        }
    }

    /** Twice as long each time, and at least as long as the server wants. */
    private void waitFor(Unanswered problem) {
        if (away.isEmpty()) {
            listener.accept(problem.getMessage() + "; it is asked again until it is back");
        }
        var longer = away.map(before -> before.multipliedBy(2)).orElse(INTERVAL);
        var wanted = problem.retryAfter().orElse(Duration.ZERO);
        var next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        away = Optional.of(next);
        pause.pause(next.compareTo(wanted) < 0 ? wanted : next);
    }
}
