package dev.signalbox.domain.testing;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Settings in memory. */
final class InMemoryChosenSettings implements ChosenSettings {

    private final Tables tables;

    InMemoryChosenSettings(Tables tables) {
        this.tables = tables;
    }

    @Override
    public OfInstallation ofInstallation() {
        return tables.alone(() -> {
            Map<Setting, Long> lowest = new EnumMap<>(Setting.class);
            tables.workspaceSettings
                    .values()
                    .forEach(values ->
                            values.chosen().forEach((setting, value) -> lowest.merge(setting, value, Math::min)));
            return new OfInstallation(tables.settings.get(), new SettingValues(lowest));
        });
    }

    @Override
    public SettingValues ofWorkspace(WorkspaceId workspace) {
        return tables.alone(() -> tables.workspaceSettings.getOrDefault(workspace, SettingValues.USUAL));
    }

    @Override
    public SettingValues inForce(WorkspaceId workspace) {
        return tables.alone(() -> tables.workspaceSettings
                .getOrDefault(workspace, SettingValues.USUAL)
                .over(tables.settings.get()));
    }

    @Override
    public void change(SettingChanges changes, Function<SettingValues, AuditEvent> audit) {
        tables.alone(() -> {
            SettingValues before = tables.settings.get();
            if (changes.alters(before)) {
                tables.keep(List.of(audit.apply(before)));
                tables.settings.set(before.with(changes));
            }
            return before;
        });
    }

    @Override
    public boolean change(WorkspaceId workspace, SettingChanges changes, Function<SettingValues, AuditEvent> audit) {
        return tables.alone(() -> {
            if (!tables.workspaces.containsKey(workspace)) {
                return false;
            }
            SettingValues before = tables.workspaceSettings.getOrDefault(workspace, SettingValues.USUAL);
            if (changes.alters(before)) {
                tables.keep(List.of(audit.apply(before)));
                tables.workspaceSettings.put(workspace, before.with(changes));
            }
            return true;
        });
    }
}
