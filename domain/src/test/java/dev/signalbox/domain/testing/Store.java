package dev.signalbox.domain.testing;

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

/** All ports of storage over one and the same data. */
public record Store(
        Organizations organizations,
        Workspaces workspaces,
        Deletions deletions,
        Runs runs,
        RunOverviews overviews,
        Accounts accounts,
        ApiTokens tokens,
        AuditTrail audit,
        BulkEnds bulkEnds,
        Outbox outbox,
        WatchedRuns watched,
        ChosenSettings settings,
        AttentionLog attentionLog,
        Logs logs) {

    /** An empty store in memory. */
    public static Store inMemory() {
        Tables tables = new Tables();
        return new Store(
                new InMemoryOrganizations(tables),
                new InMemoryWorkspaces(tables),
                new InMemoryDeletions(tables),
                new InMemoryRuns(tables),
                new InMemoryRunOverviews(tables),
                new InMemoryAccounts(tables),
                new InMemoryApiTokens(tables),
                new InMemoryAuditTrail(tables),
                new InMemoryBulkEnds(tables),
                new InMemoryOutbox(tables),
                new InMemoryWatchedRuns(tables),
                new InMemoryChosenSettings(tables),
                new InMemoryAttentionLog(tables),
                new InMemoryLogs(tables));
    }

    /** All that a store in memory keeps, as text, to be compared with what it keeps later. */
    public String contents() {
        if (organizations instanceof InMemoryOrganizations kept) {
            return kept.contents();
        }
        throw new IllegalStateException("only a store in memory shows what it keeps");
    }
}
