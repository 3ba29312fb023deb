package dev.signalbox.persistence.settings;

import dev.signalbox.domain.testing.ChosenSettingsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;

class JooqChosenSettingsIT extends ChosenSettingsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }
}
