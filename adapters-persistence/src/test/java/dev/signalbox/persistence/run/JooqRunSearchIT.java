package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.RunSearchContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqRunSearchIT extends RunSearchContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
