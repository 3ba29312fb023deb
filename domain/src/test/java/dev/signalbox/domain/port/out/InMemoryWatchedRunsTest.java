package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.WatchedRunsContract;

class InMemoryWatchedRunsTest extends WatchedRunsContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
