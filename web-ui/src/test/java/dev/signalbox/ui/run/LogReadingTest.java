package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.LogReceipt;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.ui.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogReadingTest extends PortalTest {

    private static final int KIB = 1024;

    private final List<String> read = new ArrayList<>();

    @Test
    void neverReadsAgainWhatIsKnown() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        LogSection section = new LogSection(watched(), box()::support, () -> {});
        append(run, 0, 100 * KIB);

        section.show(run, Optional.empty(), box().clock().instant());
        section.show(run, Optional.empty(), box().clock().instant());
        append(run, 100 * KIB, 1);
        section.show(run, Optional.empty(), box().clock().instant());

        assertThat(read).containsExactly("0+65536", "65536+36864", "102400+0", "102400+1");
    }

    @Test
    void readsNothingThatWouldNotBeShown() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);
        for (int chunk = 0; chunk < 4; chunk++) {
            append(run, chunk * 200 * KIB, 200 * KIB);
        }

        new LogSection(watched(), box()::support, () -> {})
                .show(run, Optional.empty(), box().clock().instant());

        assertThat(read).containsExactly("0+65536", (800 - 64) * KIB + "+65536");
    }

    private void append(RunId run, int offset, int length) {
        box().logs().append(run, offset, new byte[length], box().runner());
    }

    private RunLogs watched() {
        RunLogs logs = box().logs();
        return new RunLogs() {
            @Override
            public LogReceipt append(RunId run, long offset, byte[] chunk, Actor actor) {
                throw new AssertionError("the portal sends no log");
            }

            @Override
            public LogSlice read(RunId run, long offset, int limit, Actor actor) {
                LogSlice slice = logs.read(run, offset, limit, actor);
                read.add(offset + "+" + slice.bytes().length());
                return slice;
            }
        };
    }
}
