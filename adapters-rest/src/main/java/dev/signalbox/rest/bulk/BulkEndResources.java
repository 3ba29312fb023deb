package dev.signalbox.rest.bulk;

import dev.signalbox.domain.bulk.BulkEnd;
import dev.signalbox.domain.bulk.BulkEndId;
import dev.signalbox.domain.bulk.BulkTally;
import dev.signalbox.domain.bulk.BulkTarget;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import dev.signalbox.rest.run.RunResources;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bulk ends as resources of type {@value #TYPE}, and what became of each run as {@value #OUTCOME_TYPE}. */
final class BulkEndResources {

    static final String TYPE = "bulk-ends";
    static final String OUTCOME_TYPE = "bulk-end-outcomes";
    static final String PATH = "/api/signalbox/v1/admin/bulk-ends";

    private BulkEndResources() {}

    /** Reads an ID that came from outside; refuses {@link Refusal.NotFound} a text that can be none. */
    static BulkEndId idOf(String text) {
        return BulkEndId.parse(text).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.BULK_END)));
    }

    static Resource of(BulkEnd bulkEnd) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("state", bulkEnd.state().label());
        attributes.put("state-since", WireTime.milliseconds(bulkEnd.stateSince()));
        attributes.put("requested-at", WireTime.milliseconds(bulkEnd.requestedAt()));
        attributes.put("requested-by", bulkEnd.requestedBy().name());
        attributes.put("end", bulkEnd.end().status().wireName());
        attributes.put("reason", bulkEnd.reason());
        attributes.put("filter", bulkEnd.filter().orElse(null));
        attributes.put("counts", counts(bulkEnd.tally()));
        return new Resource(
                new ResourceId(TYPE, bulkEnd.id().value()), attributes, Map.of(), PATH + "/" + bulkEnd.id());
    }

    private static Map<String, Object> counts(BulkTally tally) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("total", tally.total());
        tally.byOutcome().forEach((outcome, runs) -> counts.put(outcome.label(), runs));
        return counts;
    }

    /** An outcome is no page of its own: its ID is that of the bulk end and that of the run. */
    static Resource of(BulkEndId bulkEnd, BulkTarget target) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(row(target));
        attributes.remove("run");
        return new Resource(
                new ResourceId(OUTCOME_TYPE, bulkEnd + "." + target.run()),
                attributes,
                Map.of("run", RunResources.id(target.run())),
                null);
    }

    /** The outcome as a row of an export. */
    static Map<String, @Nullable Object> row(BulkTarget target) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("run", target.run().value());
        row.put("outcome", target.outcome().label());
        row.put("from-status", target.from().map(RunStatus::wireName).orElse(null));
        row.put("settled-at", target.at().map(WireTime::milliseconds).orElse(null));
        return row;
    }
}
