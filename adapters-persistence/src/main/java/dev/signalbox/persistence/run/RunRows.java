package dev.signalbox.persistence.run;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.run.Apply;
import dev.signalbox.domain.run.ApplyId;
import dev.signalbox.domain.run.Ending;
import dev.signalbox.domain.run.Phase;
import dev.signalbox.domain.run.PhaseStatus;
import dev.signalbox.domain.run.Plan;
import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.PlanId;
import dev.signalbox.domain.run.ReportMark;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.RunnerEvent;
import dev.signalbox.domain.run.Submission;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.persistence.jooq.tables.records.RunsRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs to rows and back. */
final class RunRows {

    private RunRows() {}

    static RunsRecord newRow(Run run, long ord, int workspaceId) {
        RunsRecord row = movingColumns(run);
        row.setOrd(ord);
        row.setExternalId(run.id().value());
        row.setWorkspaceId(workspaceId);
        row.setPlanId(run.plan().id().value());
        row.setApplyId(run.apply().id().value());
        Submission submission = run.submission();
        row.setPlanOnly(submission.planOnly());
        row.setAutoApply(submission.autoApply());
        row.setIsDestroy(submission.destroy());
        row.setMessage(submission.message().orElse(null));
        row.setSubmissionKey(submission.key().orElse(null));
        row.setAuthorId(submission.author().map(AccountId::value).orElse(null));
        row.setAuthorName(submission.authorName());
        submission.ci().ifPresent(ci -> CiRows.write(ci, row));
        return row;
    }

    /** What a move may change; the rest of a run never changes. */
    static RunsRecord movingColumns(Run run) {
        RunsRecord row = new RunsRecord();
        row.setStatus(run.status().wireName());
        for (RunStatus status : RunStatus.values()) {
            StatusColumns.enteredAt(status)
                    .ifPresent(column -> row.set(column, run.statusTimestamps().get(status)));
        }
        row.setForceCanceledAt(run.forceCanceledAt().orElse(null));
        row.setHasChanges(run.hasChanges());
        row.setPlanStatus(run.plan().phase().status().wireName());
        row.setPlanStartedAt(run.plan().phase().startedAt().orElse(null));
        row.setPlanEndedAt(run.plan().phase().endedAt().orElse(null));
        run.plan().counts().ifPresent(counts -> writeCounts(counts, row));
        row.setApplyStatus(run.apply().phase().status().wireName());
        row.setApplyStartedAt(run.apply().phase().startedAt().orElse(null));
        row.setApplyEndedAt(run.apply().phase().endedAt().orElse(null));
        row.setRunnerAccountId(run.runner().map(AccountId::value).orElse(null));
        row.setLastReportNumber(run.lastReport().number());
        row.setLastReportEvent(
                run.lastReport().event().map(RunnerEvent::wireName).orElse(null));
        run.ending().ifPresent(ending -> writeEnding(ending, row));
        return row;
    }

    private static void writeCounts(PlanCounts counts, RunsRecord row) {
        row.setResourceAdditions(counts.additions());
        row.setResourceChanges(counts.changes());
        row.setResourceDestructions(counts.destructions());
    }

    private static void writeEnding(Ending ending, RunsRecord row) {
        row.setEndingPhase(ending.phase().wireName());
        row.setEndingRequestedAt(ending.requestedAt());
        row.setEndingAcknowledgedAt(ending.acknowledgedAt().orElse(null));
        row.setEndingGoneAt(ending.goneAt().orElse(null));
        row.setEndingReleasedAt(ending.releasedAt().orElse(null));
        row.setEndingSignal(ending.signal().orElse(null));
        row.setEndingExitCode(ending.exitCode().orElse(null));
    }

    static Run toRun(RunsRecord row, WorkspaceId workspace) {
        return new Run(
                new RunId(row.getExternalId()),
                workspace,
                toSubmission(row),
                RunOrd.submittedAt(row.getOrd()),
                toStatus(row.getStatus()),
                toTimestamps(row),
                Optional.ofNullable(row.getForceCanceledAt()),
                row.getHasChanges(),
                new Plan(
                        new PlanId(row.getPlanId()),
                        toPhase(row.getPlanStatus(), row.getPlanStartedAt(), row.getPlanEndedAt()),
                        TimelineRows.toCounts(
                                row.getResourceAdditions(), row.getResourceChanges(), row.getResourceDestructions())),
                new Apply(
                        new ApplyId(row.getApplyId()),
                        toPhase(row.getApplyStatus(), row.getApplyStartedAt(), row.getApplyEndedAt())),
                Optional.ofNullable(row.getRunnerAccountId()).map(AccountId::new),
                new ReportMark(
                        row.getLastReportNumber(),
                        Optional.ofNullable(row.getLastReportEvent()).map(RunRows::toEvent)),
                toEnding(row));
    }

    private static Submission toSubmission(RunsRecord row) {
        return new Submission(
                row.getPlanOnly(),
                row.getAutoApply(),
                row.getIsDestroy(),
                Optional.ofNullable(row.getMessage()),
                Optional.ofNullable(row.getSubmissionKey()),
                Optional.ofNullable(row.getAuthorId()).map(AccountId::new),
                row.getAuthorName(),
                CiRows.of(row));
    }

    private static Map<RunStatus, Instant> toTimestamps(RunsRecord row) {
        Map<RunStatus, Instant> timestamps = new EnumMap<>(RunStatus.class);
        for (RunStatus status : RunStatus.values()) {
            StatusColumns.enteredAt(status).map(row::get).ifPresent(instant -> timestamps.put(status, instant));
        }
        return timestamps;
    }

    private static Phase toPhase(String status, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        return new Phase(
                PhaseStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(startedAt),
                Optional.ofNullable(endedAt));
    }

    static Optional<Ending> toEnding(RunsRecord row) {
        return Optional.ofNullable(row.getEndingPhase())
                .map(phase -> new Ending(
                        toStatus(phase),
                        row.getEndingRequestedAt(),
                        Optional.ofNullable(row.getEndingAcknowledgedAt()),
                        Optional.ofNullable(row.getEndingGoneAt()),
                        Optional.ofNullable(row.getEndingReleasedAt()),
                        Optional.ofNullable(row.getEndingSignal()),
                        Optional.ofNullable(row.getEndingExitCode())));
    }

    static RunStatus toStatus(String wireName) {
        return RunStatus.ofWireName(wireName).orElseThrow();
    }

    static RunnerEvent toEvent(String wireName) {
        return RunnerEvent.ofWireName(wireName).orElseThrow();
    }
}
