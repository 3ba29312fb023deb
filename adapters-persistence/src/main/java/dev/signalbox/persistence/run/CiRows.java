package dev.signalbox.persistence.run;

import dev.signalbox.domain.run.CiJob;
import dev.signalbox.persistence.jooq.tables.records.RunsRecord;
import java.net.URI;
import java.util.Optional;

/** The CI job of a run, to its columns and back. */
final class CiRows {

    private CiRows() {}

    static void write(CiJob ci, RunsRecord row) {
        row.setCiName(ci.name().orElse(null));
        row.setCiJobUrl(ci.jobUrl().map(URI::toString).orElse(null));
        row.setCiCommit(ci.commit().orElse(null));
        row.setCiBranch(ci.branch().orElse(null));
        row.setCiAuthor(ci.author().orElse(null));
    }

    /** Absent if nothing is known of a job. */
    static Optional<CiJob> of(RunsRecord row) {
        CiJob ci = new CiJob(
                Optional.ofNullable(row.getCiName()),
                Optional.ofNullable(row.getCiJobUrl()).map(URI::create),
                Optional.ofNullable(row.getCiCommit()),
                Optional.ofNullable(row.getCiBranch()),
                Optional.ofNullable(row.getCiAuthor()));
        return ci.isEmpty() ? Optional.empty() : Optional.of(ci);
    }
}
