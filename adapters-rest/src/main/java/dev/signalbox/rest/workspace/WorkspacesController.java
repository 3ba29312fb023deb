package dev.signalbox.rest.workspace;

import dev.signalbox.domain.Name;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.organization.OrganizationName;
import dev.signalbox.domain.page.Page;
import dev.signalbox.domain.port.in.Directory;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceName;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Attributes;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.Parameters;
import dev.signalbox.rest.jsonapi.QueryParameters;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.organization.OrganizationResources;
import dev.signalbox.rest.page.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Workspaces: listed, looked at, created. */
@Controller
final class WorkspacesController {

    private static final String OF_ORGANIZATION = "/api/v2/organizations/{organization}/workspaces";

    private final Directory directory;

    WorkspacesController(Directory directory) {
        this.directory = directory;
    }

    @GetMapping(OF_ORGANIZATION)
    @Parameters(
            value = {Paging.NUMBER, Paging.SIZE},
            fieldsOf = WorkspaceResources.TYPE)
    JsonApiResponse list(@PathVariable String organization, HttpServletRequest request, Actor actor) {
        OrganizationName owner = OrganizationResources.named(organization);
        Page<Workspace> page = directory.workspaces(owner, Paging.requested(QueryParameters.of(request)), actor);
        Document list = Document.of(page.items().stream()
                .map(workspace -> WorkspaceResources.of(workspace, actor))
                .toList());
        return JsonApiResponse.ok(Paging.document(list, page, request, Map.of()));
    }

    @GetMapping(OF_ORGANIZATION + "/{name}")
    @Parameters(fieldsOf = WorkspaceResources.TYPE)
    JsonApiResponse named(@PathVariable String organization, @PathVariable String name, Actor actor) {
        OrganizationName owner = OrganizationResources.named(organization);
        if (!Name.matches(name)) {
            throw new Refused(new Refusal.NotFound(Subject.WORKSPACE));
        }
        return answer(directory.workspace(owner, new WorkspaceName(name), actor), actor);
    }

    @GetMapping("/api/v2/workspaces/{id}")
    @Parameters(fieldsOf = WorkspaceResources.TYPE)
    JsonApiResponse workspace(@PathVariable String id, Actor actor) {
        return answer(directory.workspace(WorkspaceResources.idOf(id), actor), actor);
    }

    @PostMapping(OF_ORGANIZATION)
    @Needs(value = Right.CREATE_WORKSPACES, of = Subject.ORGANIZATION)
    JsonApiResponse create(@PathVariable String organization, HttpServletRequest request, Actor actor) {
        OrganizationName owner = OrganizationResources.named(organization);
        Attributes attributes =
                RequestBody.resource(request, WorkspaceResources.TYPE).attributes();
        WorkspaceName name = new WorkspaceName(attributes.requiredText("name"));
        Workspace created = directory.createWorkspace(owner, name, attributes.text("vcs-repo.identifier"), actor);
        return JsonApiResponse.created(WorkspaceResources.of(created, actor));
    }

    private static JsonApiResponse answer(Workspace workspace, Actor actor) {
        return JsonApiResponse.ok(Document.of(WorkspaceResources.of(workspace, actor)));
    }
}
