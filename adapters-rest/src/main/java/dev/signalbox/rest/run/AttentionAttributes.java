package dev.signalbox.rest.run;

import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.attention.Attention;
import dev.signalbox.rest.jsonapi.WireTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a run needs attention, as attributes of ours. */
final class AttentionAttributes {

    private AttentionAttributes() {}

    /** The strongest evidence; null for a run that needs none. */
    static Map<String, @Nullable Object> of(Assessment assessment) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put(
                "signalbox-attention",
                assessment.attention().map(AttentionAttributes::object).orElse(null));
        return attributes;
    }

    /** The same, and what could not be judged for want of data. */
    static Map<String, @Nullable Object> inFull(Assessment assessment) {
        Map<String, @Nullable Object> attributes = of(assessment);
        attributes.put("signalbox-attention-missing", assessment.missing().orElse(null));
        return attributes;
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
