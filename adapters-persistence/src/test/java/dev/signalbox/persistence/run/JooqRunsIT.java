package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.RunsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqRunsIT extends RunsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
