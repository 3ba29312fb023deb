package dev.signalbox.rest.settings;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.SettingsAdministration;
import dev.signalbox.rest.jsonapi.Document;
import dev.signalbox.rest.jsonapi.JsonApiResponse;
import dev.signalbox.rest.jsonapi.RequestBody;
import dev.signalbox.rest.workspace.WorkspaceResources;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Ours: what is set for the installation and for workspaces is looked at and changed. */
@Controller
final class SettingsController {

    private static final String INSTALLATION = "/api/signalbox/v1/admin/settings";
    private static final String WORKSPACE = "/api/signalbox/v1/admin/workspaces/{id}/settings";

    private final SettingsAdministration settings;

    SettingsController(SettingsAdministration settings) {
        this.settings = settings;
    }

    @GetMapping(INSTALLATION)
    JsonApiResponse ofInstallation(Actor actor) {
        return ofInstallation(settings.ofInstallation(actor));
    }

    @PatchMapping(INSTALLATION)
    JsonApiResponse changeOfInstallation(HttpServletRequest request, Actor actor) {
        var attributes = RequestBody.change(request, SettingResources.TYPE, "installation");
        return ofInstallation(settings.change(SettingResources.changes(attributes), actor));
    }

    @GetMapping(WORKSPACE)
    JsonApiResponse ofWorkspace(@PathVariable String id, Actor actor) {
        return ofWorkspace(id, settings.ofWorkspace(WorkspaceResources.idOf(id), actor));
    }

    @PatchMapping(WORKSPACE)
    JsonApiResponse changeOfWorkspace(@PathVariable String id, HttpServletRequest request, Actor actor) {
        var attributes = RequestBody.change(request, SettingResources.TYPE, id);
        return ofWorkspace(
                id, settings.change(WorkspaceResources.idOf(id), SettingResources.changes(attributes), actor));
    }

    private static JsonApiResponse ofInstallation(SettingsAdministration.Choice choice) {
        return JsonApiResponse.ok(Document.of(SettingResources.of("installation", choice, INSTALLATION)));
    }

    private static JsonApiResponse ofWorkspace(String id, SettingsAdministration.Choice choice) {
        return JsonApiResponse.ok(Document.of(SettingResources.of(id, choice, WORKSPACE.replace("{id}", id))));
    }
}
