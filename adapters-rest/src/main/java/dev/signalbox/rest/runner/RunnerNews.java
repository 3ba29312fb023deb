package dev.signalbox.rest.runner;

import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets a runner's request wait until its run stands otherwise than the runner knows.
 *
 * <p>One look each second, for all who wait, compares how the runs stand with what each was told. Since it asks how
 * they stand, and not what has happened, nothing is missed that happened before somebody waited, nor what another
 * server did. Each request waits on its own virtual thread.
 */
public final class RunnerNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunnerNews.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Whether there is news is told to each by its own future. */
    private record Waiter(RunId run, Standing known, long until, CompletableFuture<Boolean> news) {}

    private final Function<Set<RunId>, Map<RunId, Standing>> look;
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService eye = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("runner-news").factory());
    private volatile boolean open;

    /** Of the eye's thread; a failure is told once, however long it lasts. */
    private boolean failing;

    /** Looks through the port. */
    public RunnerNews(RunnerReports reports) {
        this(reports::standings);
    }

    RunnerNews(Function<Set<RunId>, Map<RunId, Standing>> look) {
        this.look = look;
    }

    /**
     * Waits until the run stands otherwise, or is not there any more, or the time is over.
     *
     * @return whether there is news; if not, the last look was no longer ago than a second, unless it failed
     */
    boolean await(RunId run, Standing known, Duration most) {
        Waiter waiter = new Waiter(run, known, System.nanoTime() + most.toNanos(), new CompletableFuture<>());
        waiting.add(waiter);
        try {
            return open && waiter.news.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails it", e);
        } finally {
            waiting.remove(waiter);
        }
    }

    /** Answers those whose run stands otherwise; asks for nothing if nobody waits. */
    void look() {
        List<Waiter> all = List.copyOf(waiting);
        if (all.isEmpty()) {
            return;
        }
        try {
            Map<RunId, Standing> standings =
                    look.apply(all.stream().map(Waiter::run).collect(Collectors.toSet()));
            all.forEach(waiter -> answer(waiter, !waiter.known.equals(standings.get(waiter.run))));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("how the runs of {} waiting runners stand cannot be read; tried each second", all.size(), e);
            }
            failing = true;
        }
    }

    /** Whoever would not wait for the next look is answered by this one, as nothing fresher will come in its time. */
    private static void answer(Waiter waiter, boolean news) {
        if (news || waiter.until - System.nanoTime() < PAUSE.toNanos()) {
            waiter.news.complete(news);
        }
    }

    @Override
    public void start() {
        open = true;
        var _ = eye.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Comes before the web server waits for its requests to end. */
    @Override
    public void stop() {
        open = false;
        eye.shutdownNow();
        waiting.forEach(waiter -> waiter.news.complete(false));
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
