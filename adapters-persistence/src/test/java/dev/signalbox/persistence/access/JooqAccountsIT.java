package dev.signalbox.persistence.access;

import dev.signalbox.domain.testing.AccountsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqAccountsIT extends AccountsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
