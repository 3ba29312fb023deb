package dev.signalbox.persistence.audit;

import dev.signalbox.domain.testing.AuditTrailContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqAuditTrailIT extends AuditTrailContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
