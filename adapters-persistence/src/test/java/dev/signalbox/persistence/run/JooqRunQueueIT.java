package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.RunQueueContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqRunQueueIT extends RunQueueContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
