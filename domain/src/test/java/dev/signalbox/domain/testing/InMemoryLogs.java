package dev.signalbox.domain.testing;

import dev.signalbox.domain.port.out.Logs;
import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Logs in memory. */
final class InMemoryLogs implements Logs {

    private final Tables tables;

    InMemoryLogs(Tables tables) {
        this.tables = tables;
    }

    @Override
    public RunLog find(RunId run) {
        return tables.alone(() -> new RunLog(run, kept(run).length));
    }

    @Override
    public Optional<RunLog> append(RunId run, Function<RunLog, LogBytes> more) {
        return tables.alone(() -> {
            if (!tables.runs.containsKey(run)) {
                return Optional.empty();
            }
            RunLog before = new RunLog(run, kept(run).length);
            LogBytes bytes = more.apply(before);
            RunLog after = new RunLog(run, before.size() + bytes.length());
            if (bytes.length() > 0) {
                tables.logs
                        .computeIfAbsent(run, _ -> new ByteArrayOutputStream())
                        .writeBytes(bytes.toArray());
            }
            return Optional.of(after);
        });
    }

    @Override
    public LogBytes read(RunId run, long offset, int limit) {
        return tables.alone(() -> {
            byte[] kept = kept(run);
            int from = (int) Math.min(offset, kept.length);
            return LogBytes.of(Arrays.copyOfRange(kept, from, from + Math.min(limit, kept.length - from)));
        });
    }

    private byte[] kept(RunId run) {
        return tables.logs.containsKey(run) ? tables.logs.get(run).toByteArray() : new byte[0];
    }
}
