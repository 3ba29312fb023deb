package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.DeletionsContract;
import dev.signalbox.domain.testing.Store;

/** The ports in memory keep the contract; here, as in an adapter, from outside the contract's package. */
class InMemoryDeletionsTest extends DeletionsContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
