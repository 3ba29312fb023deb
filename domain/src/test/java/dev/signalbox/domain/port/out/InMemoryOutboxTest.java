package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.OutboxContract;
import dev.signalbox.domain.testing.Store;

class InMemoryOutboxTest extends OutboxContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
