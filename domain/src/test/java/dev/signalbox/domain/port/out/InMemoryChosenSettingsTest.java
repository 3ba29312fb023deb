package dev.signalbox.domain.port.out;

import dev.signalbox.domain.testing.ChosenSettingsContract;
import dev.signalbox.domain.testing.Store;

class InMemoryChosenSettingsTest extends ChosenSettingsContract {

    @Override
    protected Store emptyStore() {
        return Store.inMemory();
    }
}
