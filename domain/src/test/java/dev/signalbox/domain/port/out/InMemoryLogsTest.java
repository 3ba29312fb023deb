package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.LogsContract;
import dev.signalbox.domain.testing.Store;

class InMemoryLogsTest extends LogsContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
