package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.WatchedRunsContract;
import dev.signalbox.persistence.testing.JooqStore;

class JooqWatchedRunsIT extends WatchedRunsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
