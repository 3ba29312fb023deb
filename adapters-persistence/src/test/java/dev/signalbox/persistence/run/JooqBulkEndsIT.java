package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.BulkEndsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqBulkEndsIT extends BulkEndsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
