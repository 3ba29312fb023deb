package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.WorkspacesContract;

/** The ports in memory keep the contract; here, as in an adapter, from outside the contract's package. */
class InMemoryWorkspacesTest extends WorkspacesContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
