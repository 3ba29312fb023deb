package dev.signalbox.domain.service;

import dev.signalbox.domain.Milliseconds;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.port.in.SettingsAdministration;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.port.out.Ids;
import dev.signalbox.domain.port.out.Workspaces;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.Workspace;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Shows and changes settings. */
public final class SettingsAdministrationService implements SettingsAdministration {

    private final ChosenSettings settings;
    private final Workspaces workspaces;
    private final InstantSource time;
    private final AuditEvents audit;

    /** Works on these ports; time is cut to milliseconds here. */
    public SettingsAdministrationService(ChosenSettings settings, Workspaces workspaces, Ids ids, InstantSource time) {
        this.settings = settings;
        this.workspaces = workspaces;
        this.time = time;
        this.audit = new AuditEvents(ids);
    }

    @Override
    public Choice ofInstallation(Actor actor) {
        actor.requireEverywhere(Right.SEE_ALL_RUNS, Subject.PAGE);
        SettingValues own = settings.ofInstallation().values();
        return new Choice(own, own);
    }

    @Override
    public Choice change(SettingChanges changes, Actor actor) {
        actor.requireEverywhere(Right.CHANGE_SETTINGS, Subject.PAGE);
        settings.change(changes, before -> audit.changed(changes.words(before, SettingValues.USUAL), actor, now()));
        return ofInstallation(actor);
    }

    @Override
    public Choice ofWorkspace(WorkspaceId workspace, Actor actor) {
        SettingValues own = settings.ofWorkspace(
                visible(workspace, Right.SEE_ALL_RUNS, actor).id());
        return new Choice(own, own.over(settings.ofInstallation().values()));
    }

    @Override
    public Choice change(WorkspaceId id, SettingChanges changes, Actor actor) {
        Workspace workspace = visible(id, Right.CHANGE_SETTINGS, actor);
        SettingValues beneath = settings.ofInstallation().values();
        boolean there = settings.change(id, changes, before -> {
            Optional<String> words = Optional.of(changes.words(before, beneath));
            return audit.act(AuditAction.SETTINGS_CHANGED, workspace, Optional.empty(), words, actor, now());
        });
        if (!there) {
            throw Refusals.notFound(Subject.WORKSPACE).get();
        }
        return ofWorkspace(id, actor);
    }

    private Workspace visible(WorkspaceId workspace, Right right, Actor actor) {
        actor.require(right, Subject.WORKSPACE);
        return workspaces
                .find(workspace)
                .filter(found -> actor.sees(found.organization()))
                .orElseThrow(Refusals.notFound(Subject.WORKSPACE));
    }

    /** Asked for only while nobody else changes the same, so that the audit has changes in their order. */
    private Instant now() {
        return Milliseconds.of(time.instant());
    }
}
