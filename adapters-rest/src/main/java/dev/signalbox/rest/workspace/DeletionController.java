package dev.signalbox.rest.workspace;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.organization.OrganizationResources;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Workspaces and organizations are deleted. */
@Controller
final class DeletionController {

    private final Deletion deletion;

    DeletionController(Deletion deletion) {
        this.deletion = deletion;
    }

    @PostMapping("/api/v2/workspaces/{id}/actions/safe-delete")
    @Needs(value = Right.DELETE_WORKSPACES_SAFELY, of = Subject.WORKSPACE)
    JsonApiResponse deleteSafely(@PathVariable String id, HttpServletRequest request, Actor actor) {
        // Nothing can be asked for: whoever wants less than a deletion must not get one.
        RequestBody.plain(request).refuseOthers();
        deletion.deleteSafely(WorkspaceResources.idOf(id), actor);
        return JsonApiResponse.noContent();
    }

    @DeleteMapping("/api/v2/workspaces/{id}")
    @Needs(value = Right.DELETE_WORKSPACES, of = Subject.WORKSPACE)
    JsonApiResponse deleteWorkspace(@PathVariable String id, Actor actor) {
        deletion.delete(WorkspaceResources.idOf(id), actor);
        return JsonApiResponse.noContent();
    }

    @DeleteMapping("/api/v2/organizations/{name}")
    @Needs(value = Right.DELETE_ORGANIZATIONS, of = Subject.ORGANIZATION)
    JsonApiResponse deleteOrganization(@PathVariable String name, Actor actor) {
        deletion.delete(OrganizationResources.named(name), actor);
        return JsonApiResponse.noContent();
    }
}
