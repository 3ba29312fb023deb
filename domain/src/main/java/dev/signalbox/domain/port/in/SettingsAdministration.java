package dev.signalbox.domain.port.in;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceId;

/**
 * Site admins and support see what is set, site admins change it; it holds from then on, without a restart. For anyone
 * else everything here is {@link Refusal.NotFound}; the installation's settings are for tokens that reach every
 * organization.
 */
public interface SettingsAdministration {

    /**
     * What is set somewhere.
     *
     * @param own what is chosen there
     * @param inForce what holds there
     */
    record Choice(SettingValues own, SettingValues inForce) {}

    /** What is set for the installation. */
    Choice ofInstallation(Actor actor);

    /** Changes what is set for the installation; no change leaves no trace. */
    Choice change(SettingChanges changes, Actor actor);

    /** What is set for the workspace, over the installation's. */
    Choice ofWorkspace(WorkspaceId workspace, Actor actor);

    /** Changes what is set for the workspace; no change leaves no trace. */
    Choice change(WorkspaceId workspace, SettingChanges changes, Actor actor);
}
