package dev.signalbox.persistence.directory;

import dev.signalbox.domain.testing.OrganizationsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqOrganizationsIT extends OrganizationsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
