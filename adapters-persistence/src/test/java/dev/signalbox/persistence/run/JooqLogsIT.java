package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUN_LOG_CHUNKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.port.out.Logs;
import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.testing.LogsContract;
import dev.signalbox.domain.testing.Store;
import dev.signalbox.persistence.testing.JooqStore;
import dev.signalbox.persistence.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class JooqLogsIT extends LogsContract {

    @Override
    protected Store emptyStore() {
        return JooqStore.empty();
    }

    @Test
    void makesFewRowsOfManySmallChunks() {
        DSLContext dsl = TestDatabase.emptied();
        Logs logs = new JooqLogs(dsl);
        RunId run = anyRun(dsl);
        byte[] all = new byte[4_000];
        new Random(7).nextBytes(all);

        for (int sent = 0; sent < all.length; sent += 10) {
            LogBytes chunk = LogBytes.of(Arrays.copyOfRange(all, sent, sent + 10));
            logs.append(run, _ -> chunk);
        }

        assertThat(dsl.fetchCount(RUN_LOG_CHUNKS)).isEqualTo(3);
        assertThat(logs.read(run, 0, all.length)).isEqualTo(LogBytes.of(all));
        assertThat(logs.read(run, 1_895, 10)).isEqualTo(LogBytes.of(Arrays.copyOfRange(all, 1_895, 1_905)));
    }

    private static RunId anyRun(DSLContext dsl) {
        RandomActs acts = new RandomActs(new Random(4), List.of(JooqStore.over(dsl)));
        while (acts.runs().isEmpty()) {
            acts.next();
        }
        return acts.runs().getFirst();
    }
}
