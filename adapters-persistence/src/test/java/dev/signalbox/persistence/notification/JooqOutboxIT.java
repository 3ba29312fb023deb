package dev.signalbox.persistence.notification;

import dev.signalbox.domain.testing.OutboxContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqOutboxIT extends OutboxContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
