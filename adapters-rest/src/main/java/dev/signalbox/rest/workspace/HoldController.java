package dev.signalbox.rest.workspace;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.Directory;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.WorkspaceId;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ours: a site admin declares gone what ended runs may have left behind in a workspace. */
@Controller
final class HoldController {

    private final RunAdministration runs;
    private final Directory directory;

    HoldController(RunAdministration runs, Directory directory) {
        this.runs = runs;
        this.directory = directory;
    }

    @PostMapping("/api/v2/workspaces/{id}/actions/release")
    @Needs(value = Right.RELEASE_HOLDS, of = Subject.WORKSPACE)
    JsonApiResponse release(@PathVariable String id, HttpServletRequest request, Actor actor) {
        WorkspaceId workspace = WorkspaceResources.idOf(id);
        runs.releaseHold(workspace, RequestBody.plain(request).requiredText("reason"), actor);
        return JsonApiResponse.ok(Document.of(WorkspaceResources.of(directory.workspace(workspace, actor), actor)));
    }
}
