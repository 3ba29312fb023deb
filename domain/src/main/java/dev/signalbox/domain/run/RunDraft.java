package dev.signalbox.domain.run;

import dev.signalbox.domain.access.AccountId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A run in the making: what a move changes, over what it keeps. Lives only within one move. */
final class RunDraft {

    private final Run run;
    private RunStatus status;
    private Map<RunStatus, Instant> statusTimestamps;
    private Optional<Instant> forceCanceledAt;
    private boolean hasChanges;
    private Plan plan;
    private Apply apply;
    private Optional<AccountId> runner;
    private ReportMark lastReport;
    private Optional<Ending> ending;

    private RunDraft(Run run) {
        this.run = run;
        status = run.status();
        statusTimestamps = run.statusTimestamps();
        forceCanceledAt = run.forceCanceledAt();
        hasChanges = run.hasChanges();
        plan = run.plan();
        apply = run.apply();
        runner = run.runner();
        lastReport = run.lastReport();
        ending = run.ending();
    }

    static RunDraft of(Run run) {
        return new RunDraft(run);
    }

    RunDraft status(RunStatus value, Instant at) {
        status = value;
        statusTimestamps = new EnumMap<>(RunStatus.class);
        statusTimestamps.putAll(run.statusTimestamps());
        statusTimestamps.put(value, at);
        return this;
    }

    RunDraft forceCanceledAt(Instant at) {
        forceCanceledAt = Optional.of(at);
        return this;
    }

    RunDraft hasChanges(boolean value) {
        hasChanges = value;
        return this;
    }

    RunDraft plan(Phase phase) {
        plan = plan.with(phase);
        return this;
    }

    RunDraft counts(Optional<PlanCounts> counts) {
        plan = plan.counted(counts);
        return this;
    }

    RunDraft apply(Phase phase) {
        apply = apply.with(phase);
        return this;
    }

    RunDraft runner(AccountId account) {
        runner = Optional.of(account);
        return this;
    }

    RunDraft lastReport(ReportMark report) {
        lastReport = report;
        return this;
    }

    RunDraft ending(Ending value) {
        ending = Optional.of(value);
        return this;
    }

    Run build() {
        return new Run(
                run.id(),
                run.workspace(),
                run.submission(),
                run.createdAt(),
                status,
                statusTimestamps,
                forceCanceledAt,
                hasChanges,
                plan,
                apply,
                runner,
                lastReport,
                ending);
    }
}
