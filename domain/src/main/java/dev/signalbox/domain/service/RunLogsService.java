package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.LogReceipt;
import dev.signalbox.domain.port.in.LogSlice;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.port.in.RunnerReceipt;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.port.out.Logs;
import dev.signalbox.domain.port.out.Runs;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.LogBytes;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunLog;
import dev.signalbox.domain.settings.SettingValues;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps what commands print, and shows it within the organizations that the actor's token reaches. */
public final class RunLogsService implements RunLogs {

    private final Runs runs;
    private final Logs logs;
    private final ChosenSettings settings;
    private final InstantSource time;

    /** Works on these ports; time is cut to milliseconds here. */
    public RunLogsService(Runs runs, Logs logs, ChosenSettings settings, InstantSource time) {
        this.runs = runs;
        this.logs = logs;
        this.settings = settings;
        this.time = time;
    }

    @Override
    public LogReceipt append(RunId id, long offset, byte[] chunk, Actor actor) {
        if (chunk.length == 0 || chunk.length > RunLog.MAX_CHUNK) {
            throw new IllegalArgumentException("no chunk of a log is " + chunk.length + " bytes long");
        }
        actor.require(Right.REPORT_RUNS, Subject.RUN);
        RunInWorkspace seen = runs.find(id).orElseThrow(Refusals.notFound(Subject.RUN));
        ReportedRun.holder(seen, actor);
        requireOffset(offset);
        LogBytes bytes = LogBytes.of(chunk);
        if (seen.run().runner().isEmpty()) {
            // A chunk that will be refused claims no run.
            logs.find(id).newOf(offset, bytes);
        }
        RunInWorkspace held = Claims.held(runs, seen, actor);
        RunLog log = logs.append(id, kept -> kept.newOf(offset, bytes)).orElseThrow(Refusals.notFound(Subject.RUN));
        SettingValues inForce = settings.inForce(held.workspace().id());
        return new LogReceipt(RunnerReceipt.of(held, inForce, now()), log.size());
    }

    @Override
    public LogSlice read(RunId id, long offset, int limit, Actor actor) {
        RunInWorkspace seen = runs.find(id)
                .filter(found -> actor.sees(found.workspace().organization()))
                .orElseThrow(Refusals.notFound(Subject.RUN));
        requireOffset(offset);
        if (limit < 1 || limit > LogBytes.MAX_LENGTH) {
            throw new Refused(new Refusal.InvalidParameter("limit", "must be from 1 to " + LogBytes.MAX_LENGTH));
        }
        // The run is looked at before its log: what it said last may then be in the slice, but is never missing.
        RunLog log = logs.find(id);
        long size = log.size();
        int length = Math.clamp(size - offset, 0, limit);
        LogBytes bytes = length == 0 ? LogBytes.NONE : logs.read(id, offset, length);
        return new LogSlice(
                bytes, offset, size, isOver(seen), log.isFull(), seen.run().status());
    }

    private static void requireOffset(long offset) {
        if (offset < 0) {
            throw new Refused(new Refusal.InvalidParameter("offset", "must be 0 or more"));
        }
    }

    private boolean isOver(RunInWorkspace seen) {
        Run run = seen.run();
        return run.status().isFinal()
                && run.ending()
                        .filter(ending -> ending.holdsWorkspace(now(), seen.lastHeardAt()))
                        .isEmpty();
    }

    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
