package dev.signalbox.rest.run;

import dev.signalbox.domain.run.Apply;
import dev.signalbox.domain.run.Phase;
import dev.signalbox.domain.run.Plan;
import dev.signalbox.domain.run.PlanCounts;
import dev.signalbox.domain.run.Run;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans and applies as resources of types {@code plans} and {@code applies}. */
final class PhaseResources {

    private PhaseResources() {}

    static ResourceId id(Plan plan) {
        return new ResourceId("plans", plan.id().value());
    }

    static ResourceId id(Apply apply) {
        return new ResourceId("applies", apply.id().value());
    }

    static Resource plan(Run run) {
        Map<String, @Nullable Object> attributes = attributes(run.plan().phase());
        attributes.put("has-changes", run.hasChanges());
        Optional<PlanCounts> counts = run.plan().counts();
        attributes.put("resource-additions", counts.map(PlanCounts::additions).orElse(null));
        attributes.put("resource-changes", counts.map(PlanCounts::changes).orElse(null));
        attributes.put(
                "resource-destructions", counts.map(PlanCounts::destructions).orElse(null));
        return resource(id(run.plan()), attributes, run);
    }

    static Resource apply(Run run) {
        return resource(id(run.apply()), attributes(run.apply().phase()), run);
    }

    private static Resource resource(ResourceId id, Map<String, @Nullable Object> attributes, Run run) {
        return new Resource(
                id, attributes, Map.of("run", RunResources.id(run.id())), "/api/v2/" + id.type() + "/" + id.id());
    }

    private static Map<String, @Nullable Object> attributes(Phase phase) {
        Map<String, Object> timestamps = new LinkedHashMap<>();
        phase.startedAt().ifPresent(at -> timestamps.put("started-at", WireTime.seconds(at)));
        phase.endedAt().ifPresent(at -> timestamps.put(phase.status().wireName() + "-at", WireTime.seconds(at)));
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("status", phase.status().wireName());
        attributes.put("status-timestamps", timestamps);
        return attributes;
    }
}
