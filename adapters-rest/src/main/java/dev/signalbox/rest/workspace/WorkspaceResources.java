package dev.signalbox.rest.workspace;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.domain.workspace.WorkspaceLock;
import dev.signalbox.rest.jsonapi.Resource;
import dev.signalbox.rest.jsonapi.ResourceId;
import dev.signalbox.rest.jsonapi.WireTime;
import dev.signalbox.rest.organization.OrganizationResources;
import dev.signalbox.rest.user.UserResources;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workspaces as resources of type {@value #TYPE}. */
public final class WorkspaceResources {

    /** The type of workspaces on the wire. */
    public static final String TYPE = "workspaces";

    private WorkspaceResources() {}

    /** What identifies the workspace. */
    public static ResourceId id(WorkspaceId id) {
        return new ResourceId(TYPE, id.value());
    }

    /** Reads an ID that came from outside; refuses {@link Refusal.NotFound} a text that can be none. */
    public static WorkspaceId idOf(String text) {
        return WorkspaceId.parse(text).orElseThrow(() -> new Refused(new Refusal.NotFound(Subject.WORKSPACE)));
    }

    /** The workspace as a resource, with what the actor may do in it. */
    public static Resource of(Workspace workspace, Actor actor) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("name", workspace.name().value());
        attributes.put("created-at", WireTime.milliseconds(workspace.createdAt()));
        putLock(workspace.lock(), attributes);
        attributes.put(
                "vcs-repo",
                workspace.vcsRepo().map(repo -> Map.of("identifier", repo)).orElse(null));
        attributes.put("permissions", permissions(workspace, actor));
        Map<String, ResourceId> relationships = new LinkedHashMap<>();
        relationships.put("organization", OrganizationResources.id(workspace.organization()));
        workspace
                .lock()
                .flatMap(WorkspaceLock::by)
                .ifPresent(by -> relationships.put("locked-by", UserResources.id(by.value())));
        return new Resource(
                id(workspace.id()),
                attributes,
                relationships,
                OrganizationResources.path(workspace.organization()) + "/workspaces/" + workspace.name());
    }

    private static void putLock(Optional<WorkspaceLock> lock, Map<String, @Nullable Object> attributes) {
        attributes.put("locked", lock.isPresent());
        attributes.put("locked-reason", lock.map(WorkspaceLock::reason).orElse(null));
        attributes.put("signalbox-locked-by", lock.map(WorkspaceLock::byName).orElse(null));
        attributes.put(
                "signalbox-locked-at",
                lock.map(WorkspaceLock::at).map(WireTime::milliseconds).orElse(null));
    }

    /** Clients that are made for Terraform Enterprise stumble if these are missing. */
    private static Map<String, Object> permissions(Workspace workspace, Actor actor) {
        Map<String, Object> permissions = new LinkedHashMap<>();
        permissions.put("can-queue-run", actor.may(Right.CREATE_RUNS));
        permissions.put("can-queue-apply", actor.may(Right.CONFIRM_RUNS));
        permissions.put("can-queue-destroy", actor.may(Right.CONFIRM_RUNS));
        permissions.put("can-update", false);
        permissions.put("can-lock", actor.may(Right.LOCK_WORKSPACES));
        permissions.put("can-unlock", canUnlock(workspace, actor));
        permissions.put("can-force-unlock", actor.may(Right.FORCE_UNLOCK_WORKSPACES));
        permissions.put("can-destroy", actor.may(Right.DELETE_WORKSPACES) || actor.may(Right.DELETE_WORKSPACES_SAFELY));
        return permissions;
    }

    private static boolean canUnlock(Workspace workspace, Actor actor) {
        return actor.may(Right.LOCK_WORKSPACES)
                && workspace.lock().map(lock -> lock.isOf(actor)).orElse(true);
    }
}
