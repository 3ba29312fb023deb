package dev.signalbox.rest.run;

import dev.signalbox.domain.run.Heartbeat;
import dev.signalbox.domain.run.RunnerReport;
import dev.signalbox.domain.run.TimelineEntry;
import dev.signalbox.rest.jsonapi.WireTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run's runner told of its command, as attributes of ours; the members have the names of its protocol. */
final class RunnerAttributes {

    private RunnerAttributes() {}

    /** The newest sign of life, null before the first, and all reports, oldest first. */
    static Map<String, @Nullable Object> of(Optional<Heartbeat> heartbeat, List<TimelineEntry> reports) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put(
                "signalbox-evidence", heartbeat.map(RunnerAttributes::evidence).orElse(null));
        attributes.put(
                "signalbox-reports",
                reports.stream().map(RunnerAttributes::report).toList());
        return attributes;
    }

    private static Map<String, @Nullable Object> evidence(Heartbeat heartbeat) {
        Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
        evidence.put(
                "output-at", heartbeat.outputAt().map(WireTime::milliseconds).orElse(null));
        evidence.put("output-bytes", heartbeat.outputBytes().orElse(null));
        evidence.put("host", heartbeat.process().host().orElse(null));
        evidence.put("process-id", heartbeat.process().id().orElse(null));
        evidence.put("process-count", heartbeat.process().count().orElse(null));
        evidence.put("process-ids", heartbeat.process().ids().orElse(null));
        evidence.put("last-lines", heartbeat.lastLines());
        return evidence;
    }

    private static Map<String, @Nullable Object> report(TimelineEntry entry) {
        RunnerReport report = entry.report();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", report.number());
        json.put("event", report.event().wireName());
        json.put("at", WireTime.milliseconds(entry.at()));
        json.put("signal", report.exit().signal().orElse(null));
        json.put("exit-code", report.exit().code().orElse(null));
        json.put("reason", report.reason().orElse(null));
        return json;
    }
}
