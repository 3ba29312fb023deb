package dev.signalbox.persistence.notification;

import dev.signalbox.domain.testing.AttentionLogContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqAttentionLogIT extends AttentionLogContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
