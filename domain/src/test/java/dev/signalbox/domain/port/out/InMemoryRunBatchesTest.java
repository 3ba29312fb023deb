package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.RunBatchesContract;
import dev.signalbox.domain.testing.Store;

/** The ports in memory keep the contract; here, as in an adapter, from outside the contract's package. */
class InMemoryRunBatchesTest extends RunBatchesContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
