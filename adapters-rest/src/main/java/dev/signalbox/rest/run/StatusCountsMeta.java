package dev.signalbox.rest.run;

import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.run.StatusCounts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts beside a list of runs: the Admin Runs API's twelve in its order, then ours, then the total. */
final class StatusCountsMeta {

    private StatusCountsMeta() {}

    static Map<String, Object> of(StatusCounts counts) {
        Map<String, Object> meta = new LinkedHashMap<>();
        for (RunStatus status : RunStatus.values()) {
            meta.put(StatusNames.hyphenated(status), counts.of(status));
        }
        meta.put("total", counts.total());
        return meta;
    }
}
