package dev.signalbox.persistence.access;

import dev.signalbox.domain.testing.ApiTokensContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqApiTokensIT extends ApiTokensContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
