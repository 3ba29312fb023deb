package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.RUN_REPORTS;

import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.PlanOutcome;
import dev.signalbox.domain.run.ProcessExit;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.persistence.jooq.tables.records.RunReportsRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What runners have reported, to rows and back. */
final class TimelineRows {

    private TimelineRows() {}

    static void insert(DSLContext dsl, long runOrd, TimelineEntry entry) {
        RunnerReport report = entry.report();
        RunReportsRecord row = new RunReportsRecord();
        row.setRunOrd(runOrd);
        row.setNumber(report.number());
        row.setReportedAt(entry.at());
        row.setEvent(report.event().wireName());
        report.plan().ifPresent(plan -> writePlan(plan, row));
        row.setSignal(report.exit().signal().orElse(null));
        row.setExitCode(report.exit().code().orElse(null));
        row.setReason(report.reason().orElse(null));
        dsl.insertInto(RUN_REPORTS).set(row).execute();
    }

    private static void writePlan(PlanOutcome plan, RunReportsRecord row) {
        row.setHasChanges(plan.hasChanges());
        row.setPolicyCheck(plan.policyCheck());
        plan.counts().ifPresent(counts -> {
            row.setResourceAdditions(counts.additions());
            row.setResourceChanges(counts.changes());
            row.setResourceDestructions(counts.destructions());
        });
    }

    static List<TimelineEntry> of(DSLContext dsl, RunId run) {
        return dsl.select(RUN_REPORTS.asterisk())
                .from(RUN_REPORTS)
                .join(RUNS)
                .on(RUN_REPORTS.RUN_ORD.eq(RUNS.ORD))
                .where(RUNS.EXTERNAL_ID.eq(run.value()))
                .orderBy(RUN_REPORTS.NUMBER)
                .fetch(row -> toEntry(row.into(RUN_REPORTS)));
    }

    private static TimelineEntry toEntry(RunReportsRecord row) {
        RunnerReport report = new RunnerReport(
                row.getNumber(),
                RunRows.toEvent(row.getEvent()),
                Optional.ofNullable(row.getHasChanges()).map(hasChanges -> toPlan(hasChanges, row)),
                new ProcessExit(Optional.ofNullable(row.getSignal()), Optional.ofNullable(row.getExitCode())),
                Optional.ofNullable(row.getReason()));
        return new TimelineEntry(row.getReportedAt(), report);
    }

    private static PlanOutcome toPlan(boolean hasChanges, RunReportsRecord row) {
        return new PlanOutcome(
                hasChanges,
                Boolean.TRUE.equals(row.getPolicyCheck()),
                toCounts(row.getResourceAdditions(), row.getResourceChanges(), row.getResourceDestructions()));
    }

    /** Whoever counted one, counted all. */
    static Optional<PlanCounts> toCounts(
            @Nullable Integer additions, @Nullable Integer changes, @Nullable Integer destructions) {
        return additions == null || changes == null || destructions == null
                ? Optional.empty()
                : Optional.of(new PlanCounts(additions, changes, destructions));
    }
}
