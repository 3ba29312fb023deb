package dev.signalbox.persistence.directory;

import dev.signalbox.domain.testing.Store;
import dev.signalbox.domain.testing.WorkspacesContract;
import dev.signalbox.persistence.testing.JooqStore;

class JooqWorkspacesIT extends WorkspacesContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
