package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.RunFilterContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqRunFilterIT extends RunFilterContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
