package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.RunBatchesContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqRunBatchesIT extends RunBatchesContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
