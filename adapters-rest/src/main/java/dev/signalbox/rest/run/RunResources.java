package dev.signalbox.rest.run;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.attention.Assessment;
import dev.signalbox.domain.queue.Blocker;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.run.Run;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import dev.signalbox.rest.workspace.WorkspaceResources;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs as resources of type {@value #TYPE}: as the Admin Runs API shows them, and in full. */
public final class RunResources {

    static final String TYPE = "runs";
    static final String FORCE_CANCELED_AT = "force-canceled-at";

    private RunResources() {}

    /** What other resources refer to it by. */
    public static ResourceId id(RunId id) {
        return new ResourceId(TYPE, id.value());
    }

    static String path(RunId id) {
        return "/api/v2/runs/" + id;
    }

    /** Reads an ID that came from outside; refuses {@link Refusal.NotFound} a text that can be none. */
    static RunId idOf(String text) {
        return RunId.parse(text).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.RUN)));
    }

    /** The run with the attributes of the Admin Runs API and no others. */
    static Resource brief(Run run) {
        return new Resource(
                id(run.id()),
                briefAttributes(run),
                Map.of("workspace", WorkspaceResources.id(run.workspace())),
                path(run.id()));
    }

    /** The same, and why it needs attention, if it does. */
    static Resource brief(Run run, Assessment assessment) {
        Resource brief = brief(run);
        return assessment.attention().isEmpty() ? brief : brief.with(AttentionAttributes.of(assessment));
    }

    /** The run with all that there is to tell, and with what the actor may do. */
    static Resource full(RunInWorkspace standing, Actor actor, Instant now) {
        Run run = standing.run();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(briefAttributes(run));
        attributes.put("plan-only", run.submission().planOnly());
        attributes.put("auto-apply", run.submission().autoApply());
        attributes.put("is-destroy", run.submission().destroy());
        attributes.put("message", run.submission().message().orElse(null));
        attributes.put("source", "tfe-api");
        attributes.put("canceled-at", canceledAt(run));
        attributes.put("actions", RunAbilities.actions(run));
        attributes.put("permissions", RunAbilities.permissions(standing, actor));
        attributes.put("signalbox-submitted-by", run.submission().authorName());
        attributes.put(
                "signalbox-ci", run.submission().ci().map(CiAttribute::of).orElse(null));
        attributes.put(
                "signalbox-waiting-for",
                standing.blocker(now).map(Blocker::sentence).orElse(null));
        attributes.put(
                "signalbox-last-heard-at",
                standing.lastHeardAt().map(WireTime::milliseconds).orElse(null));
        attributes.put("signalbox-ending", EndingAttribute.of(standing, now));
        return new Resource(id(run.id()), attributes, relationships(run), path(run.id()));
    }

    private static Map<String, ResourceId> relationships(Run run) {
        Map<String, ResourceId> relationships = new LinkedHashMap<>();
        relationships.put("workspace", WorkspaceResources.id(run.workspace()));
        relationships.put("plan", PhaseResources.id(run.plan()));
        relationships.put("apply", PhaseResources.id(run.apply()));
        return relationships;
    }

    private static Map<String, Object> briefAttributes(Run run) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("status", run.status().wireName());
        attributes.put("status-timestamps", statusTimestamps(run));
        attributes.put("has-changes", run.hasChanges());
        attributes.put("created-at", WireTime.milliseconds(run.createdAt()));
        return attributes;
    }

    /** Only what happened, in that order; the names are the statuses', with hyphens. */
    static Map<String, Object> statusTimestamps(Run run) {
        Map<String, Object> timestamps = new LinkedHashMap<>();
        run.statusTimestamps().entrySet().stream()
                .sorted(Map.Entry.<RunStatus, Instant>comparingByValue()
                        .thenComparingInt(entry -> entry.getKey().place()))
                .forEach(entry -> timestamps.put(timestamp(entry.getKey()), WireTime.seconds(entry.getValue())));
        run.forceCanceledAt().ifPresent(at -> timestamps.put(FORCE_CANCELED_AT, WireTime.seconds(at)));
        return timestamps;
    }

    static String timestamp(RunStatus status) {
        return StatusNames.hyphenated(status) + "-at";
    }

    private static @Nullable String canceledAt(Run run) {
        Instant at = run.statusTimestamps().get(RunStatus.CANCELED);
        return at == null ? null : WireTime.milliseconds(at);
    }
}
