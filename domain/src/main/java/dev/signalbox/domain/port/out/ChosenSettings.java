package dev.signalbox.domain.port.out;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.function.Function;

/** The settings that administrators have chosen. Every change is one transaction with its audit event. */
public interface ChosenSettings {

    /**
     * What is chosen for the installation, and what is at least so everywhere.
     *
     * @param lowest of each setting the lowest value that is chosen for any workspace
     */
    record OfInstallation(SettingValues values, SettingValues lowest) {}

    /** What is chosen for the installation. */
    OfInstallation ofInstallation();

    /** What is chosen for the workspace; nothing if it does not exist. */
    SettingValues ofWorkspace(WorkspaceId workspace);

    /** What holds for the workspace: its own choices over the installation's. */
    SettingValues inForce(WorkspaceId workspace);

    /**
     * Changes what is chosen for the installation; leaves no trace if all of it is so already.
     *
     * @param audit the event, given what was chosen until then, which nobody else changes meanwhile
     */
    void change(SettingChanges changes, Function<SettingValues, AuditEvent> audit);

    /**
     * Changes what is chosen for the workspace; leaves no trace if all of it is so already.
     *
     * @param audit the event, given what was chosen for the workspace until then, which nobody else changes meanwhile;
     *     what is chosen for the installation may change
     * @return false, and nothing is kept, if the workspace does not exist (any more)
     */
    boolean change(WorkspaceId workspace, SettingChanges changes, Function<SettingValues, AuditEvent> audit);
}
