package dev.signalbox.rest.run;

import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.rest.jsonapi.WireTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a run needs attention, as an attribute of ours. */
final class AttentionAttribute {

    static final String NAME = "signalbox-attention";

    private AttentionAttribute() {}

    /** The strongest evidence; null for a run that needs none. */
    static @Nullable Object of(Assessment assessment) {
        return assessment.attention().map(AttentionAttribute::object).orElse(null);
    }

    private static Map<String, @Nullable Object> object(Attention attention) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", attention.kind());
        object.put("since", WireTime.milliseconds(attention.since()));
        object.put("limit-seconds", attention.limit().map(Duration::toSeconds).orElse(null));
        object.put("sentence", attention.sentence());
        return object;
    }
}
