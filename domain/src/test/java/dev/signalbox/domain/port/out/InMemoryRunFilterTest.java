package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.RunFilterContract;
import dev.signalbox.domain.testing.Store;

/** The ports in memory keep the contract; here, as in an adapter, from outside the contract's package. */
class InMemoryRunFilterTest extends RunFilterContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
