package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.RunOverviewsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqRunOverviewsIT extends RunOverviewsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
