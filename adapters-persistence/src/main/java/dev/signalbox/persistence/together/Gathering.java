package dev.signalbox.persistence.together;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Gathers what many threads ask for at about the same time, so that it is worked on together.
 *
 * <p>Whoever comes after a while of quiet is served at once; whoever comes within the pause after that waits for its
 * end together with all others. So the work is done a few times a second, however many ask. It always begins after the
 * question was asked, so that nobody is answered with what was true before.
 */
public final class Gathering<Q, A> {

    /** A pause that a runner does not notice, and that makes a few statements a second of hundreds. */
    public static final Duration PAUSE = Duration.ofMillis(100);

    /** The most that is worked on at once. */
    private static final int MOST = 500;

    /** A question and the thread that waits for its answer. */
    public static final class Asked<Q, A> {
        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();

        private Asked(Q question) {
            this.question = question;
        }

        /** What is asked. */
        public Q question() {
            return question;
        }

        /** Lets whoever asked go on with this answer, unless there was one before. */
        public void answer(A given) {
            answer.complete(given);
        }

        /** Has this thrown where it was asked. */
        public void refuse(Throwable problem) {
            answer.completeExceptionally(problem);
        }
    }

    private final Duration pause;
    private final Consumer<List<Asked<Q, A>>> work;
    private final Predicate<RuntimeException> isOfOne;
    private final List<Asked<Q, A>> waiting = new ArrayList<>();
    private boolean working;
    private long startedAt;

    /**
     * The work, never done by two threads at once, must answer or refuse everything in the list. What it throws is
     * thrown at all of them; but where that may be the fault of one alone, each is worked on again for itself.
     */
    public Gathering(Duration pause, Consumer<List<Asked<Q, A>>> work, Predicate<RuntimeException> isOfOne) {
        this.pause = pause;
        this.work = work;
        this.isOfOne = isOfOne;
        this.startedAt = System.nanoTime() - pause.toNanos();
    }

    /** Waits for the answer; throws what the work throws. */
    public A ask(Q question) {
        Asked<Q, A> asked = new Asked<>(question);
        if (isFirst(asked)) {
            Thread.ofVirtual().name("gathering").start(this::work);
        }
        try {
            return asked.answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private synchronized boolean isFirst(Asked<Q, A> asked) {
        waiting.add(asked);
        boolean first = !working;
        working = true;
        return first;
    }

    private void work() {
        for (List<Asked<Q, A>> batch = next(); !batch.isEmpty(); batch = next()) {
            work(batch);
        }
    }

    private List<Asked<Q, A>> next() {
        for (long left = left(); left > 0; left = left()) {
            LockSupport.parkNanos(left);
        }
        synchronized (this) {
            List<Asked<Q, A>> some = waiting.subList(0, Math.min(MOST, waiting.size()));
            List<Asked<Q, A>> batch = List.copyOf(some);
            some.clear();
            working = !batch.isEmpty();
            startedAt = working ? System.nanoTime() : startedAt;
            return batch;
        }
    }

    /** Nanoseconds until the pause is over, as long as there is anything to do after it. */
    private synchronized long left() {
        return waiting.isEmpty() ? 0 : startedAt + pause.toNanos() - System.nanoTime();
    }

    /** Nobody is to go without an answer, whatever happens. */
    private void work(List<Asked<Q, A>> batch) {
        try {
            work.accept(batch);
        } catch (RuntimeException failure) {
            if (batch.size() > 1 && isOfOne.test(failure)) {
                batch.forEach(one -> work(List.of(one)));
            } else {
                batch.forEach(one -> one.refuse(failure));
            }
        } catch (Error failure) {
            batch.forEach(one -> one.refuse(failure));
        }
    }
}
