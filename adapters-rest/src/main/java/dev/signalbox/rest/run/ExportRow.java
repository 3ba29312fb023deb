package dev.signalbox.rest.run;

import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunOverview;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.jsonapi.WireTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run as a row of an export, with a column for the instant of each status but the first. */
final class ExportRow {

    /** What a row has, in order. */
    static final List<String> COLUMNS = Stream.of(
                    Stream.of("id", "status", "organization", "workspace", "created-at"),
                    Arrays.stream(RunStatus.values())
                            .filter(status -> status != RunStatus.PENDING)
                            .map(RunResources::timestamp),
                    Stream.of(
                            RunResources.FORCE_CANCELED_AT,
                            "has-changes",
                            "plan-only",
                            "message",
                            "submitted-by",
                            "vcs-repo"))
            .flatMap(columns -> columns)
            .toList();

    private ExportRow() {}

    static Map<String, @Nullable Object> of(RunOverview.Row listed) {
        Run run = listed.run();
        Map<String, @Nullable Object> row = new LinkedHashMap<>(RunResources.statusTimestamps(run));
        row.put("id", run.id().value());
        row.put("status", run.status().wireName());
        row.put("organization", listed.organization().name().value());
        row.put("workspace", listed.workspace().name().value());
        row.put("created-at", WireTime.milliseconds(run.createdAt()));
        row.put("has-changes", run.hasChanges());
        row.put("plan-only", run.submission().planOnly());
        row.put("message", run.submission().message().orElse(null));
        row.put("submitted-by", run.submission().authorName());
        row.put("vcs-repo", listed.workspace().vcsRepo().orElse(null));
        return row;
    }
}
