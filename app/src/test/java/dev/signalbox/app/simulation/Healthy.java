package dev.signalbox.app.simulation;

import java.time.Duration;

/** Runs that are slow, odd or unheard for a while, and none of which is stuck. */
enum Healthy {
    /** Prints much at once, then nothing for almost as long as it may. */
    BURSTS(200),
    /** A provider that takes its time, while Terraform prints that it is still at it and nothing else. */
    SLOW_PROVIDER(200),
    /** A plan that takes most of the time that it has. */
    LONG_PLAN(150),
    /** Waits for a person, and the runner has gone home. */
    WAITS_FOR_PERSON(100),
    /** A soft policy has failed, and nobody has overridden it yet. */
    WAITS_FOR_OVERRIDE(50),
    /** Two in a workspace, one behind the other; each second one of these waits. */
    QUEUE(100),
    /** A runner whose clock is wrong by hours. */
    WRONG_CLOCK(100),
    /** A runner that never tells of its output: nothing is known, so nothing is judged. */
    TELLS_NOTHING(50),
    /** Answers get lost, and all is reported again. */
    LOST_ANSWERS(50);

    private final int runs;

    Healthy(int runs) {
        this.runs = runs;
    }

    int runs() {
        return runs;
    }

    /** How many of them share a workspace. */
    int perWorkspace() {
        return this == QUEUE ? 2 : 1;
    }

    /** From the submission to the end of the run, or of what its runner does. */
    void play(Runner run) throws InterruptedException {
        prepare(run);
        run.submit();
        run.plan();
        run.work(planning(run));
        run.finishPlan(this == WAITS_FOR_OVERRIDE);
        switch (this) {
            case WAITS_FOR_PERSON -> {}
            case WAITS_FOR_OVERRIDE -> {
                run.report("policy-check-started");
                run.work(Duration.ofSeconds(10));
                run.report("policy-check-soft-failed");
            }
            case BURSTS, SLOW_PROVIDER, LONG_PLAN, QUEUE, WRONG_CLOCK, TELLS_NOTHING, LOST_ANSWERS -> apply(run);
        }
    }

    private void prepare(Runner run) {
        switch (this) {
            case BURSTS -> run.output().pauses(Duration.ofSeconds(10), Limits.SILENCE.minusSeconds(4));
            case SLOW_PROVIDER -> run.output().isTicks();
            case WRONG_CLOCK ->
                run.output().clockIsWrongBy(Duration.ofMinutes(run.script().nextInt(-600, 600)));
            case TELLS_NOTHING -> run.output().isNotTold();
            case LOST_ANSWERS -> run.repeatsReports();
            case LONG_PLAN, WAITS_FOR_PERSON, WAITS_FOR_OVERRIDE, QUEUE -> {}
        }
    }

    private Duration planning(Runner run) {
        return switch (this) {
            case LONG_PLAN -> Limits.STATUS.minusSeconds(15);
            case WAITS_FOR_PERSON, WAITS_FOR_OVERRIDE -> Duration.ofSeconds(5);
            case QUEUE -> Duration.ofSeconds(20);
            case BURSTS, SLOW_PROVIDER, WRONG_CLOCK, TELLS_NOTHING, LOST_ANSWERS ->
                Duration.ofSeconds(run.script().nextInt(15, 50));
        };
    }

    private void apply(Runner run) throws InterruptedException {
        run.work(Duration.ofSeconds(run.script().nextInt(15)));
        run.report("confirmed");
        run.report("apply-started");
        run.work(this == QUEUE ? Duration.ofSeconds(10) : Limits.STATUS.minusSeconds(15));
        run.report("apply-finished");
    }
}
