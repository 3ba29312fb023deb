package dev.signalbox.app.simulation;

import java.time.Duration;

/** Ten kinds of runs that hang. */
enum Hung {
    /** Nothing is heard of the runner any more, be it planning or applying. */
    LOST,
    /** The runner is heard of, and its command prints nothing, be it planning or applying. */
    SILENT,
    OVERDUE_PLANNING,
    OVERDUE_POLICY_CHECKING,
    OVERDUE_CONFIRMED,
    /** A resource that never finishes: Terraform prints that it is still creating it, for ever. */
    OVERDUE_APPLYING,
    /** Its end was asked for, and the runner goes on beating as if nothing had been said. */
    END_UNCONFIRMED,
    /** Made over the API, and no runner takes it. */
    NO_RUNNER,
    /** Waits for one whose runner is lost. */
    BEHIND_RUN,
    /** Waits for a person to unlock the workspace. */
    BEHIND_LOCK;

    /** Of each kind. */
    static final int RUNS = 20;

    /** Whether it needs a workspace that is made before. */
    boolean isPrepared() {
        return isOverdue() || this == LOST || this == NO_RUNNER || this == BEHIND_LOCK;
    }

    /** Whether it is in its status for too long, in a workspace with a limit of its own. */
    boolean isOverdue() {
        return name().startsWith("OVERDUE");
    }

    /** From the submission to when it hangs, and on. */
    void play(Runner run, Stage stage) throws InterruptedException {
        if (this == NO_RUNNER) {
            stage.await();
            String words = "no runner has ever been heard of for TIME, limit 20 s";
            run.hang().complete(Hang.of(stage.create(run), Limits.NO_RUNNER, "no-runner", words));
            return;
        }
        if (this == BEHIND_LOCK) {
            stage.await();
            stage.lock();
        }
        if (this == BEHIND_RUN) {
            stage.ahead().id().join();
        }
        Span submitted = run.submit();
        if (this == BEHIND_RUN) {
            run.workUntil(() -> stage.ahead().hang().isDone());
        } else {
            run.workUntil(stage::isToHang);
        }
        run.hang().complete(hang(run, stage, submitted));
        if (this != LOST) {
            run.workUntil(() -> false);
        }
    }

    private Hang hang(Runner run, Stage stage, Span submitted) throws InterruptedException {
        return switch (this) {
            case LOST -> {
                reach(run, stage.applies() ? "applying" : "planning");
                run.work(Duration.ofSeconds(2));
                yield Hang.of(run.beat(), Limits.LOST, "heartbeat-lost", "no heartbeat for TIME, limit 24 s");
            }
            case SILENT -> silent(run, stage.applies() ? "applying" : "planning");
            case OVERDUE_PLANNING -> overdue(run, "planning");
            case OVERDUE_POLICY_CHECKING -> overdue(run, "policy checking");
            case OVERDUE_CONFIRMED -> overdue(run, "confirmed");
            case OVERDUE_APPLYING -> {
                run.output().isTicks();
                yield overdue(run, "applying");
            }
            case END_UNCONFIRMED -> {
                reach(run, "applying");
                run.work(Duration.ofSeconds(2));
                String words = "asked to stop while applying, not known to be gone for TIME, limit 16 s; "
                        + "the workspace is held; forced to an end by WHOLAST";
                yield Hang.of(stage.force(run), Limits.END_UNCONFIRMED, "end-unconfirmed", words);
            }
            case BEHIND_RUN ->
                stage.ahead().hang().join().behind(stage.ahead().id().join());
            case BEHIND_LOCK -> Hang.of(submitted, Duration.ZERO, "behind-lock", Stage.LOCK_WORDS);
            case NO_RUNNER -> throw new IllegalStateException("has no runner");
        };
    }

    private static Hang silent(Runner run, String status) throws InterruptedException {
        reach(run, status);
        run.work(Duration.ofSeconds(2));
        run.output().printsItsLast();
        String words =
                "no output for TIME, limit 20 s; last line: " + run.output().lastLine();
        return Hang.of(run.beat(), Limits.SILENCE, "silent", words);
    }

    private static Hang overdue(Runner run, String status) throws InterruptedException {
        return Hang.of(reach(run, status), Limits.SHORT_STATUS, "overdue", status + " for TIME, limit 22 sLAST");
    }

    /** Brings it from pending to the status, and returns when it came there. */
    private static Span reach(Runner run, String status) throws InterruptedException {
        Span came = run.plan();
        if (!status.equals("planning")) {
            boolean policyCheck = status.equals("policy checking");
            run.finishPlan(policyCheck);
            came = run.report(policyCheck ? "policy-check-started" : "confirmed");
        }
        return status.equals("applying") ? run.report("apply-started") : came;
    }
}
