package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreTest {

    private final TestSignalbox box = TestSignalbox.inMemory();

    @Test
    void showsWhateverHasChanged() {
        box.workspace("acme", "network");
        String before = box.store().contents();
        assertThat(box.store().contents()).isEqualTo(before);
        box.submit("acme", "network");
        assertThat(box.store().contents()).isNotEqualTo(before).contains("runs=", "audit=", "tokens=");
    }
}
