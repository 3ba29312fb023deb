package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.RunChangesContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqRunChangesIT extends RunChangesContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
