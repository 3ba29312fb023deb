package dev.signalbox.persistence.run;

import dev.signalbox.domain.testing.LogsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqLogsIT extends LogsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
