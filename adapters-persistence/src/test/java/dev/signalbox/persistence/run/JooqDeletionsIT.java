package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.DeletionsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqDeletionsIT extends DeletionsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
