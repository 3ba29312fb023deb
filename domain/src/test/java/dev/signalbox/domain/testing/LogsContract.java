package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run's log gives back, byte for byte, what was appended to it, and is gone with the run. */
public abstract class LogsContract extends StoreContract {

    @Test
    void hasAnEmptyLogOfARunThatSentNone() {
        RunId run = run("network");

        assertThat(store.logs().find(run)).isEqualTo(new RunLog(run, 0));
        assertThat(store.logs().read(run, 0, LogBytes.MAX_LENGTH)).isEqualTo(LogBytes.NONE);
    }

    @Test
    void givesBackWhatWasAppendedInWhicheverSlices() {
        RunId run = run("network");
        RunId other = run("storage");
        byte[] all = bytes(10_000);
        append(other, bytes(5));
        int sent = 0;
        for (int length : new int[] {1, 999, 4_000, 2, 4_998}) {
            RunLog before = new RunLog(run, sent);
            byte[] chunk = Arrays.copyOfRange(all, sent, sent + length);
            sent += length;
            assertThat(store.logs().append(run, seen -> {
                        assertThat(seen).isEqualTo(before);
                        return LogBytes.of(chunk);
                    }))
                    .contains(new RunLog(run, sent));
        }

        for (int size : new int[] {1_000, 3_333, 5_000, 10_000, LogBytes.MAX_LENGTH}) {
            for (int from = 0; from < all.length; from += size) {
                int to = Math.min(all.length, from + size);
                assertThat(store.logs().read(run, from, size))
                        .isEqualTo(LogBytes.of(Arrays.copyOfRange(all, from, to)));
            }
        }
        assertThat(store.logs().read(run, 999, 1)).isEqualTo(LogBytes.of(new byte[] {all[999]}));
        assertThat(store.logs().read(run, 1_000, 0)).isEqualTo(LogBytes.NONE);
        assertThat(store.logs().read(run, 10_000, 1)).isEqualTo(LogBytes.NONE);
        assertThat(store.logs().read(run, Long.MAX_VALUE, LogBytes.MAX_LENGTH)).isEqualTo(LogBytes.NONE);
        assertThat(store.logs().find(other)).isEqualTo(new RunLog(other, 5));
    }

    @Test
    void keepsTheLogAsItWasWhereNothingIsAppendedOrSomethingIsThrown() {
        RunId run = run("network");
        append(run, bytes(7));

        assertThat(store.logs().append(run, _ -> LogBytes.NONE)).contains(new RunLog(run, 7));
        assertThatThrownBy(() -> store.logs().append(run, _ -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(store.logs().find(run)).isEqualTo(new RunLog(run, 7));
    }

    @Test
    void keepsNothingOfARunThatIsNotThere() {
        RunId run = ids.run();

        assertThat(store.logs().append(run, _ -> LogBytes.of(bytes(3)))).isEmpty();
        assertThat(store.logs().find(run).size()).isZero();
        assertThat(store.logs().read(run, 0, 9)).isEqualTo(LogBytes.NONE);
    }

    @Test
    void losesNothingAndKeepsNothingTwiceOfThreadsThatAppendAtOnce() throws Exception {
        RunId run = run("network");
        AtomicInteger turns = new AtomicInteger();

        Together.run(8, () -> {
            byte mine = (byte) turns.incrementAndGet();
            for (int i = 0; i < 20; i++) {
                store.logs().append(run, seen -> LogBytes.of(new byte[] {mine, (byte) (seen.size() / 2)}));
            }
            return mine;
        });

        assertThat(store.logs().find(run).size()).isEqualTo(320);
        byte[] kept = store.logs().read(run, 0, 1_000).toArray();
        int[] times = new int[9];
        for (int i = 0; i < 160; i++) {
            times[kept[2 * i]]++;
            assertThat(kept[2 * i + 1]).isEqualTo((byte) i);
        }
        assertThat(times).isEqualTo(new int[] {0, 20, 20, 20, 20, 20, 20, 20, 20});
    }

    @Test
    void isGoneWithItsRun() {
        Workspace workspace = workspace("acme", "network");
        List<RunId> gone = List.of(ended(workspace), ended(workspace), ended(workspace));
        RunId stays = run("storage");
        gone.forEach(run -> append(run, bytes(9)));
        append(stays, bytes(4));
        store.deletions().begin(workspace.id(), _ -> event());

        assertThat(store.deletions().carryOn(workspace.id(), 2)).isTrue();
        assertThat(gone.stream().map(run -> store.logs().find(run).size())).containsExactly(0L, 0L, 9L);
        assertThat(store.deletions().carryOn(workspace.id(), 2)).isFalse();
        assertThat(gone.stream().map(run -> store.logs().read(run, 0, 9))).containsOnly(LogBytes.NONE);
        assertThat(store.logs().find(stays).size()).isEqualTo(4);
    }

    private RunId run(String workspace) {
        return keep(aRun(workspace("acme", workspace)).in(RunStatus.PLANNING)).id();
    }

    private RunId ended(Workspace workspace) {
        Run run = aRun(workspace).in(RunStatus.APPLIED);
        return keep(run).id();
    }

    private void append(RunId run, byte[] bytes) {
        assertThat(store.logs().append(run, _ -> LogBytes.of(bytes))).isPresent();
    }

    /** Any bytes, also such as are no text; the same each time. */
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
