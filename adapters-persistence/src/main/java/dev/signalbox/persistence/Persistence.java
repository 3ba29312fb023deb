package dev.signalbox.persistence;

import dev.signalbox.domain.port.out.Accounts;
import dev.signalbox.domain.port.out.ApiTokens;
import dev.signalbox.domain.port.out.AttentionLog;
import dev.signalbox.domain.port.out.AuditTrail;
import dev.signalbox.domain.port.out.BulkEnds;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.port.out.Deletions;
import dev.signalbox.domain.port.out.Logs;
import dev.signalbox.domain.port.out.Organizations;
import dev.signalbox.domain.port.out.Outbox;
import dev.signalbox.domain.port.out.RunOverviews;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.port.out.WatchedRuns;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.persistence.access.JooqAccounts;
import dev.signalbox.persistence.access.JooqApiTokens;
import dev.signalbox.persistence.audit.JooqAuditTrail;
import dev.signalbox.persistence.directory.JooqOrganizations;
import dev.signalbox.persistence.directory.JooqWorkspaces;
import dev.signalbox.persistence.notification.JooqAttentionLog;
import dev.signalbox.persistence.notification.JooqOutbox;
import dev.signalbox.persistence.run.JooqBulkEnds;
import dev.signalbox.persistence.run.JooqDeletions;
import dev.signalbox.persistence.run.JooqLogs;
import dev.signalbox.persistence.run.JooqRunOverviews;
import dev.signalbox.persistence.run.JooqRuns;
import dev.signalbox.persistence.run.JooqWatchedRuns;
import dev.signalbox.persistence.settings.JooqChosenSettings;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The outbound ports over one PostgreSQL database, so that whoever wires them need not know what they are made with.
 */
public record Persistence(
        Runs runs,
        RunOverviews runOverviews,
        Organizations organizations,
        Workspaces workspaces,
        Deletions deletions,
        Accounts accounts,
        ApiTokens apiTokens,
        AuditTrail auditTrail,
        BulkEnds bulkEnds,
        Outbox outbox,
        WatchedRuns watchedRuns,
        ChosenSettings chosenSettings,
        AttentionLog attentionLog,
        Logs logs) {

    /**
     * The ports over a database whose schema is up to date; each of their acts is a transaction on a connection of its
     * own.
     */
    public static Persistence over(DataSource database) {
        var dsl = DSL.using(database, SQLDialect.POSTGRES);
        return new Persistence(
                new JooqRuns(dsl),
                new JooqRunOverviews(dsl),
                new JooqOrganizations(dsl),
                new JooqWorkspaces(dsl),
                new JooqDeletions(dsl),
                new JooqAccounts(dsl),
                new JooqApiTokens(dsl),
                new JooqAuditTrail(dsl),
                new JooqBulkEnds(dsl),
                new JooqOutbox(dsl),
                new JooqWatchedRuns(dsl),
                new JooqChosenSettings(dsl),
                new JooqAttentionLog(dsl),
                new JooqLogs(dsl));
    }

    /** Tells whether a failure of a port is that of the connection: the database is away, or goes down or comes up. */
    public static boolean isAway(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException problem && isAway(problem));
    }

    /** The pool says so by the type alone; PostgreSQL's classes are 08, and of 57 those that end in P and a digit. */
    private static boolean isAway(SQLException problem) {
        return problem instanceof SQLTransientConnectionException
                || String.valueOf(problem.getSQLState()).matches("08...|57P..");
    }
}
