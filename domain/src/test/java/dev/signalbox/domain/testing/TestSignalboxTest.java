package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the fixtures promise. */
class TestSignalboxTest {

    @ParameterizedTest
    @EnumSource
    void bringsARunToEveryStatus(RunStatus status) {
        TestSignalbox box = TestSignalbox.inMemory();

        RunId run = box.bring("acme", "network", status);

        assertThat(box.seen(run).run().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void buildsARunInEveryStatus(RunStatus status) {
        assertThat(ARun.with(new SequentialIds()).in(status).status()).isEqualTo(status);
    }

    @Test
    void itsActorsHaveTokensThatAreLetIn() {
        TestSignalbox box = TestSignalbox.inMemory();

        assertThat(box.access().authenticate(box.token(box.user()), RequestOrigin.NONE))
                .contains(box.user());
    }
}
