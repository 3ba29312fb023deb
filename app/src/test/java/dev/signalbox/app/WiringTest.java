package dev.signalbox.app;

import static dev.signalbox.domain.testing.TestSignalbox.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.port.in.BulkEndRequest;
import dev.signalbox.domain.port.out.AttentionSources;
import dev.signalbox.domain.port.out.RunOverviews;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.run.ExportedRun;
import dev.signalbox.domain.run.ForcedEnd;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunOrder;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunPosition;
import dev.signalbox.domain.run.RunQuery;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.SettableListening;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.persistence.Persistence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is set where the parts are wired, and nowhere else. */
class WiringTest {

    private static final int TOO_MANY = 50_001;

    private final TestSignalbox box = TestSignalbox.inMemory();

    /** An installation in which so many runs have not ended that none need be told. */
    private record Crowded(RunOverviews overviews) implements RunOverviews {

        @Override
        public ActiveRuns active(RunFilter filter, int limit) {
            return new ActiveRuns(Set.of(), TOO_MANY);
        }

        @Override
        public RunOverview list(RunQuery query) {
            return overviews.list(query);
        }

        @Override
        public List<ExportedRun> batch(RunFilter filter, RunOrder order, Optional<RunPosition> after, int limit) {
            return overviews.batch(filter, order, after, limit);
        }
    }

    @Test
    void limitsABulkEndToFiftyThousandRuns() {
        Store store = box.store();
        var sources = new AttentionSources(
                store.watched(), store.settings(), new SettableListening(() -> SettableClock.START));
        var bulk = new Wiring().bulkAdministration(persistence(store), sources, box.ids(), box.clock());
        var all = new BulkEndRequest.Filtered(RunFilter.of(Optional.empty(), Optional.empty()), "");

        assertThat(refusal(
                        () -> bulk.request(new BulkEndRequest(all, ForcedEnd.ERRORED, "why", TOO_MANY), box.admin())))
                .isEqualTo(new Refusal.TooManyRuns(TOO_MANY, 50_000));
    }

    private static Persistence persistence(Store store) {
        return new Persistence(
                store.runs(),
                new Crowded(store.overviews()),
                store.organizations(),
                store.workspaces(),
                store.deletions(),
                store.accounts(),
                store.tokens(),
                store.audit(),
                store.bulkEnds(),
                store.outbox(),
                store.watched(),
                store.settings(),
                store.attentionLog(),
                store.logs());
    }
}
