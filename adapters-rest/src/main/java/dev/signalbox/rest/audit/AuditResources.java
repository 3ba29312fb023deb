package dev.signalbox.rest.audit;

import dev.signalbox.domain.access.AccountId;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiTokenId;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Audit events as resources of type {@value #TYPE} and as rows of an export.
 *
 * <p>They speak of others by ID and name and not by relationship, since an event outlives what it is about.
 */
final class AuditResources {

    static final String TYPE = "audit-events";
    static final String PATH = "/api/signalbox/v1/admin/audit-events";

    /** What a row of an export has, in order. */
    static final List<String> COLUMNS = List.of(
            "id",
            "created-at",
            "action",
            "actor",
            "actor-id",
            "role",
            "token-id",
            "token-organizations",
            "address",
            "request-id",
            "organization",
            "workspace",
            "run-id",
            "subject",
            "from",
            "to",
            "reason");

    private AuditResources() {}

    static Resource of(AuditEvent event) {
        Map<String, @Nullable Object> attributes = facts(event);
        if (!event.actor().organizations().isEmpty()) {
            attributes.put(
                    "token-organizations",
                    event.actor().organizations().stream().sorted().toList());
        }
        return new Resource(new ResourceId(TYPE, event.id().value()), attributes, Map.of(), PATH + "/" + event.id());
    }

    static Map<String, @Nullable Object> row(AuditEvent event) {
        Map<String, @Nullable Object> row = facts(event);
        row.put("id", event.id().value());
        return row;
    }

    private static Map<String, @Nullable Object> facts(AuditEvent event) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("created-at", WireTime.milliseconds(event.at()));
        facts.put("action", event.action().label());
        addActor(event.actor(), facts);
        facts.put("organization", value(event.organization(), OrganizationName::value));
        facts.put("workspace", value(event.workspace(), WorkspaceName::value));
        facts.put("run-id", value(event.run(), RunId::value));
        facts.put("subject", value(event.subject(), Function.identity()));
        facts.put("from", value(event.from(), RunStatus::wireName));
        facts.put("to", value(event.to(), RunStatus::wireName));
        facts.put("reason", value(event.reason(), Function.identity()));
        return facts;
    }

    private static void addActor(Actor actor, Map<String, @Nullable Object> facts) {
        Set<String> reach = actor.organizations();
        facts.put("actor", actor.name());
        facts.put("actor-id", value(actor.account(), AccountId::value));
        facts.put("role", actor.role().wireName());
        facts.put("token-id", value(actor.token(), ApiTokenId::value));
        facts.put(
                "token-organizations",
                reach.isEmpty() ? null : reach.stream().sorted().collect(Collectors.joining(",")));
        facts.put("address", actor.origin().address());
        facts.put("request-id", actor.origin().requestId());
    }

    private static <V> @Nullable String value(Optional<V> fact, Function<V, String> text) {
        return fact.map(text).orElse(null);
    }
}
