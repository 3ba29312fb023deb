package dev.signalbox.app.simulation;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A run and its runner, who says what the runner protocol lets him say. */
final class Runner {

    private final Plan plan;
    private final Line line;
    private final Course course;
    private final Random script;
    private final Random beats;
    private final Output output;
    private final CompletableFuture<String> id = new CompletableFuture<>();
    private final CompletableFuture<Hang> hang = new CompletableFuture<>();
    private boolean repeats;
    private int report;
    private String waitingFor = "";
    private long nextBeat;

    Runner(Plan plan, Line line, Course course) {
        this.plan = plan;
        this.line = line;
        this.course = course;
        // One for each purpose: how often a runner beats must not decide what it does next.
        this.script = new Random(plan.seed());
        this.beats = new Random(plan.seed() + 1);
        this.output = new Output(new Random(plan.seed() + 2));
    }

    /** What is decided of a run before it begins; heartbeats come after up to {@code longestBeat}. */
    record Plan(String name, String organization, String workspace, Duration longestBeat, long seed) {}

    String name() {
        return plan.name();
    }

    /** What the seed decides of what it does. */
    Random script() {
        return script;
    }

    Output output() {
        return output;
    }

    /** Completed when the run has been submitted. */
    CompletableFuture<String> id() {
        return id;
    }

    /** Completed when it has begun to hang, as one that is healthy never does. */
    CompletableFuture<Hang> hang() {
        return hang;
    }

    /** From now on every report is sent twice, as if the answers had been lost. */
    void repeatsReports() {
        repeats = true;
    }

    Span submit() throws InterruptedException {
        String shape = """
                {"organization": "%s", "workspace": "%s", "create": true, "key": "run-%s",
                 "ci": {"name": "simulation", "branch": "main"}}""";
        String body = shape.formatted(plan.organization(), plan.workspace(), plan.name());
        Line.Reply reply = line.post("/api/signalbox/v1/runs", () -> body);
        id.complete(reply.expect(200, 201).header("Signalbox-Run-Id"));
        waitingFor = reply.header("Signalbox-Waiting-For");
        isHeard();
        return reply.span();
    }

    /** Reports what the server must take, and returns when it did. */
    Span report(String event) throws InterruptedException {
        return report(event, "");
    }

    /** The plan has found something to apply. */
    Span finishPlan(boolean policyCheck) throws InterruptedException {
        return report("plan-finished", ", \"has-changes\": true, \"policy-check\": " + policyCheck);
    }

    private Span report(String event, String members) throws InterruptedException {
        report++;
        String body = "{\"number\": %d, \"event\": \"%s\"%s}".formatted(report, event, members);
        Span span = line.post(path("reports"), () -> body).expect(200).span();
        if (repeats) {
            line.post(path("reports"), () -> body).expect(200);
        }
        isHeard();
        return span;
    }

    Span beat() throws InterruptedException {
        isHeard();
        Line.Reply reply = line.post(path("heartbeats"), output::told).expect(200);
        waitingFor = reply.header("Signalbox-Waiting-For");
        return reply.span();
    }

    /** Beats for so long while the command prints as it does. */
    void work(Duration time) throws InterruptedException {
        workUntil(System.nanoTime() + time.toNanos(), () -> false);
    }

    /** Beats until one of the beats finds that so. */
    void workUntil(BooleanSupplier then) throws InterruptedException {
        workUntil(Long.MAX_VALUE, then);
    }

    /** Beats until it is this run's turn, and starts the plan. */
    Span plan() throws InterruptedException {
        workUntil(() -> waitingFor.isEmpty());
        return report("plan-started");
    }

    private void workUntil(long end, BooleanSupplier then) throws InterruptedException {
        while (System.nanoTime() < end && !then.getAsBoolean()) {
            course.sleepUntil(Math.min(nextBeat, end));
            if (System.nanoTime() >= nextBeat) {
                beat();
            }
        }
    }

    private void isHeard() {
        long longest = plan.longestBeat().toNanos();
        nextBeat = System.nanoTime() + beats.nextLong(longest * 3 / 4, longest);
    }

    private String path(String last) {
        return "/api/signalbox/v1/runs/" + id.join() + "/" + last;
    }
}
