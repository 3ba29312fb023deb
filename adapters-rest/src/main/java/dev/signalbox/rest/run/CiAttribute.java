package dev.signalbox.rest.run;

import dev.signalbox.domain.run.CiJob;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The CI job that a run comes from. */
final class CiAttribute {

    private CiAttribute() {}

    static Map<String, @Nullable Object> of(CiJob ci) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", ci.name().orElse(null));
        json.put("job-url", ci.jobUrl().map(URI::toString).orElse(null));
        json.put("commit", ci.commit().orElse(null));
        json.put("branch", ci.branch().orElse(null));
        json.put("author", ci.author().orElse(null));
        return json;
    }
}
