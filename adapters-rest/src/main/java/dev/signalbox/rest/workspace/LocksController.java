package dev.signalbox.rest.workspace;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.WorkspaceLocks;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.rest.error.Needs;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Workspaces are locked and unlocked. */
@Controller
@RequestMapping("/api/v2/workspaces/{id}/actions")
final class LocksController {

    private final WorkspaceLocks locks;

    LocksController(WorkspaceLocks locks) {
        this.locks = locks;
    }

    @PostMapping("/lock")
    @Needs(value = Right.LOCK_WORKSPACES, of = Subject.WORKSPACE)
    JsonApiResponse lock(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(locks.lock(WorkspaceResources.idOf(id), reason(request), actor), actor);
    }

    @PostMapping("/unlock")
    @Needs(value = Right.LOCK_WORKSPACES, of = Subject.WORKSPACE)
    JsonApiResponse unlock(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(locks.unlock(WorkspaceResources.idOf(id), reason(request), actor), actor);
    }

    @PostMapping("/force-unlock")
    @Needs(value = Right.FORCE_UNLOCK_WORKSPACES, of = Subject.WORKSPACE)
    JsonApiResponse forceUnlock(@PathVariable String id, HttpServletRequest request, Actor actor) {
        return answer(locks.forceUnlock(WorkspaceResources.idOf(id), reason(request), actor), actor);
    }

    private static Optional<String> reason(HttpServletRequest request) {
        return RequestBody.action(request).text("reason").filter(text -> !text.isBlank());
    }

    private static JsonApiResponse answer(Workspace workspace, Actor actor) {
        return JsonApiResponse.ok(Document.of(WorkspaceResources.of(workspace, actor)));
    }
}
