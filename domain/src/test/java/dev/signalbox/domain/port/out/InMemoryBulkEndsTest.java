package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.BulkEndsContract;
import dev.signalbox.domain.testing.Store;

class InMemoryBulkEndsTest extends BulkEndsContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
