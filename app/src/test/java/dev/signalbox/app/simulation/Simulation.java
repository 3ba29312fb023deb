package dev.signalbox.app.simulation;

import dev.signalbox.app.journey.Signalbox;
import dev.signalbox.rest.testing.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All runs at once, as the seed decides them. */
final class Simulation {

    /** By then all have been submitted but those that hang at their submission. */
    private static final int ARRIVALS_SECONDS = 24;

    private static final int ORGANIZATIONS = 20;

    /** As the protocol asks for. */
    private static final Duration LONGEST_BEAT = Duration.ofSeconds(10);

    /** Of those that hang: that a command is silent is known from a heartbeat, and must be known in time. */
    private static final Duration QUICK_BEAT = Duration.ofSeconds(5);

    /** After the restart those that are healthy are looked at for so long at least: no silence can outlast it. */
    private static final Duration REST = Limits.LOST.plus(Verdict.FOUND_WITHIN).plusSeconds(2);

    private final Cast cast;
    private final Random random;
    private final Watch watch;
    private final Map<String, String> workspaces = new HashMap<>();
    private final List<Runner> healthy = new ArrayList<>();
    private final List<Runner> hung = new ArrayList<>();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Course course;
    private final Line runners;
    private final Line people;

    /** How many play, of a thousand healthy ones and of two hundred that hang. */
    record Cast(long seed, int percent) {

        int of(int runs) {
            return runs * percent / 100;
        }
    }

    /** Sets the limits and makes the workspaces; the course of it all begins at the end of this. */
    Simulation(Signalbox signalbox, Network network, Watch watch, Cast cast) {
        this.random = new Random(cast.seed());
        this.cast = cast;
        this.watch = watch;
        prepare(signalbox.as("site-admin"));
        String runner = signalbox.token("runner");
        String admin = signalbox.token("site-admin");
        this.course = new Course();
        this.runners = new Line(network.url(), runner, course);
        this.people = new Line(signalbox.url(), admin, course);
    }

    /** Plays it until every run that hangs has been found and told of, or should have been. */
    Verdict play(Signalbox signalbox, Network network) throws IOException, InterruptedException {
        try {
            for (Healthy script : Healthy.values()) {
                for (int i = 0; i < cast.of(script.runs()); i++) {
                    Runner run = runner(
                            script.name() + "-" + i, script.name() + "-" + i / script.perWorkspace(), LONGEST_BEAT);
                    healthy.add(run);
                    start(run, ARRIVALS_SECONDS, () -> script.play(run));
                }
            }
            for (int i = 0; i < cast.of(Hung.RUNS); i++) {
                hang(i);
            }
            start(() -> watch.ask(people, course), "the watch");
            course.play(signalbox, network);
            while (!isOver()) {
                Thread.sleep(500);
            }
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(30, TimeUnit.SECONDS);
        }
        return new Verdict(
                course.serverAway(),
                Stream.concat(healthy.stream(), hung.stream()).toList(),
                watch);
    }

    /** How much later than it wanted to the simulation itself did something. */
    Duration lateness() {
        return course.lateness();
    }

    /** How long the server was away. */
    Duration away() {
        return Duration.ofNanos(course.serverAway().to() - course.serverAway().from());
    }

    /** Calls that were not answered although nothing was in the way, answers that no runner may get. */
    List<String> problems() {
        return Stream.of(problems, runners.broken(), people.broken())
                .flatMap(Queue::stream)
                .toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d healthy runs, %d that hang; %d calls in %d s, %d s of it without the server; %d looks; %.1f s late",
                healthy.size(),
                hung.stream().filter(run -> run.hang().isDone()).count(),
                runners.calls() + people.calls(),
                course.length().toSeconds(),
                away().toSeconds(),
                watch.looks().size(),
                lateness().toMillis() / 1000.0);
    }

    private void prepare(Api admin) {
        Limits.setForInstallation(admin);
        for (int i = 0; i < ORGANIZATIONS; i++) {
            admin.post("/api/v2/organizations", """
                    {"data": {"type": "organizations", "attributes": {"name": "team-%d"}}}""".formatted(i)).expect(201);
        }
        for (Hung script : Hung.values()) {
            for (int i = 0; i < cast.of(Hung.RUNS) && script.isPrepared(); i++) {
                String name = script.name() + "-" + i;
                String id = admin.post(
                                "/api/v2/organizations/" + organization(name) + "/workspaces", """
                        {"data": {"type": "workspaces", "attributes": {"name": "%s"}}}""".formatted(name))
                        .expect(201)
                        .text("/data/id");
                workspaces.put(name, id);
                if (script.isOverdue()) {
                    Limits.shortenForWorkspace(admin, id);
                } else if (script == Hung.LOST) {
                    Limits.endNoneInWorkspace(admin, id);
                }
            }
        }
    }

    /** One of each kind; a quarter of them before the restart. */
    private void hang(int i) {
        boolean early = i % 4 == 0;
        Optional<Runner> lost = Optional.empty();
        for (Hung script : Hung.values()) {
            String name = script.name() + "-" + i;
            Runner run = runner(name, script == Hung.BEHIND_RUN ? Hung.LOST.name() + "-" + i : name, QUICK_BEAT);
            Stage stage = new Stage(
                    course,
                    people,
                    workspaces.getOrDefault(name, ""),
                    lost,
                    i % 2 == 0,
                    early,
                    Duration.ofMillis(random.nextInt(early ? 16_000 : 0, early ? 26_000 : 12_000)));
            lost = script == Hung.LOST ? Optional.of(run) : lost;
            hung.add(run);
            start(run, ARRIVALS_SECONDS / 2, () -> script.play(run, stage));
        }
    }

    private Runner runner(String name, String workspace, Duration longestBeat) {
        return new Runner(
                new Runner.Plan(name, organization(workspace), workspace, longestBeat, random.nextLong()),
                runners,
                course);
    }

    private static String organization(String workspace) {
        return "team-" + Math.floorMod(workspace.hashCode(), ORGANIZATIONS);
    }

    private void start(Runner run, int arrivals, Play play) {
        Duration arrival = Duration.ofMillis(run.script().nextInt(1000 * arrivals));
        start(
                () -> {
                    course.sleep(arrival);
                    play.play();
                },
                run.name());
    }

    private void start(Play play, String name) {
        threads.execute(() -> {
            try {
                play.play();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | AssertionError problem) {
                problems.add(name + ": " + problem);
            }
        });
    }

    private boolean isOver() {
        return course.isSinceRestart(REST)
                && (!problems.isEmpty()
                        || hung.stream().allMatch(run -> run.hang().isDone() && isOver(run)));
    }

    private boolean isOver(Runner run) {
        Watch.Look last = watch.looks().getLast();
        boolean known = watch.told().containsKey(run.id().join())
                || run.hang().join().kind().equals("behind-run");
        return (known && last.found().containsKey(run.id().join()))
                || System.nanoTime() > run.hang().join().mustBeFoundBy(Verdict.TOLD_WITHIN, course.serverAway());
    }

    /** What goes on in a thread of its own. */
    private interface Play {
        void play() throws InterruptedException;
    }
}
