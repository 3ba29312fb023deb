package dev.signalbox.persistence.testing;

import dev.signalbox.domain.testing.Store;
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
import java.time.Duration;
import org.jooq.DSLContext;

/** All ports of storage over the database of the tests. */
public final class JooqStore {

    private JooqStore() {}

    /** A store with nothing in it; what an earlier one held is gone. */
    public static Store empty() {
        return over(TestDatabase.emptied());
    }

    /** The ports over a context. */
    public static Store over(DSLContext dsl) {
        return new Store(
                new JooqOrganizations(dsl),
                new JooqWorkspaces(dsl),
                new JooqDeletions(dsl),
                new JooqRuns(dsl, Duration.ZERO),
                new JooqRunOverviews(dsl),
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
}
