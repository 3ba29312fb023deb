package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.AttentionLogContract;
import dev.signalbox.domain.testing.Store;

class InMemoryAttentionLogTest extends AttentionLogContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
