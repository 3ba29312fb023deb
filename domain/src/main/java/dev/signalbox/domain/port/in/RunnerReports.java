package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.Standing;
import java.util.Map;
import java.util.Set;

/** Runners bring runs and say what happens to them; {@code docs/runner-protocol.md} is the contract. */
public interface RunnerReports {

    /** A run that was brought, and whether it is new. */
    record Submitted(RunnerReceipt receipt, boolean created) {}

    /**
     * Brings a run; the same key again is answered with the same run. Refuses {@link Refusal.NotFound} for what is
     * missing and not to be created, {@link Refusal.InvalidAttribute}, and {@link Refusal.KeyTaken} where the key
     * stands for a run that was asked for differently, or by another account.
     */
    Submitted submit(RunnerSubmission submission, Actor actor);

    /**
     * Takes a report. Refuses {@link Refusal.NotFound}, {@link Refusal.HeldByAnotherRunner},
     * {@link Refusal.ReportOutOfOrder}, {@link Refusal.ReportConflict}, {@link Refusal.MoveNotAllowed} and
     * {@link Refusal.NotItsTurn}; a refused report changes nothing. A run that has ended is no refusal: the receipt
     * says so.
     */
    RunnerReceipt report(RunId run, RunnerReport report, Actor actor);

    /**
     * Takes a sign of life. Refuses {@link Refusal.NotFound}, {@link Refusal.HeldByAnotherRunner} and
     * {@link Refusal.InvalidAttribute}.
     */
    RunnerReceipt heartbeat(RunId run, SignOfLife sign, Actor actor);

    /** What is told of the run as it stands. Refuses {@link Refusal.NotFound} what the actor may not see. */
    RunnerReceipt standing(RunId run, Actor actor);

    /**
     * How those of the runs stand that exist. It is for whoever keeps runners waiting for news, each of whom was heard
     * before: the runs are those that their heartbeats were taken for.
     */
    Map<RunId, Standing> standings(Set<RunId> runs);
}
