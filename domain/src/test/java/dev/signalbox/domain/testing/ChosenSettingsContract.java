package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link dev.signalbox.domain.port.out.ChosenSettings} promises. */
public abstract class ChosenSettingsContract extends StoreContract {

    private static SettingChanges choosing(Setting setting, long value) {
        return new SettingChanges(Map.of(setting, Optional.of(value)));
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(store.settings().ofInstallation().values()).isEqualTo(SettingValues.USUAL);
        assertThat(store.settings().ofInstallation().lowest()).isEqualTo(SettingValues.USUAL);
        assertThat(store.settings().ofWorkspace(workspace("acme", "network").id()))
                .isEqualTo(SettingValues.USUAL);
        assertThat(store.settings().ofWorkspace(ids.workspace())).isEqualTo(SettingValues.USUAL);
    }

    @Test
    void keepsWhatIsChosenWithItsEventAndForgetsIt() {
        store.settings().change(choosing(Setting.SILENCE_SECONDS, 60), event());
        store.settings().change(choosing(Setting.SILENCE_SECONDS, 90), event());
        store.settings().change(choosing(Setting.END_LOST_PLANS, 0), event());
        assertThat(store.settings().ofInstallation().values().chosen())
                .isEqualTo(Map.of(Setting.SILENCE_SECONDS, 90L, Setting.END_LOST_PLANS, 0L));
        SettingChanges forgetting = new SettingChanges(
                Map.of(Setting.SILENCE_SECONDS, Optional.empty(), Setting.APPLYING_SECONDS, Optional.empty()));
        store.settings().change(forgetting, event());
        assertThat(store.settings().ofInstallation().values().chosen()).isEqualTo(Map.of(Setting.END_LOST_PLANS, 0L));
        assertThat(eventsKept()).isEqualTo(4);
    }

    @Test
    void keepsWhatIsChosenForEachWorkspaceAndKnowsTheLowest() {
        WorkspaceId network = workspace("acme", "network").id();
        WorkspaceId database = workspace("acme", "database").id();
        assertThat(store.settings().change(network, choosing(Setting.SILENCE_SECONDS, 60), event()))
                .isTrue();
        assertThat(store.settings().change(database, choosing(Setting.SILENCE_SECONDS, 30), event()))
                .isTrue();
        assertThat(store.settings().change(database, choosing(Setting.SILENCE_SECONDS, 50), event()))
                .isTrue();
        assertThat(store.settings().change(network, choosing(Setting.APPLYING_SECONDS, 7), event()))
                .isTrue();
        assertThat(store.settings().ofWorkspace(network).chosen())
                .isEqualTo(Map.of(Setting.SILENCE_SECONDS, 60L, Setting.APPLYING_SECONDS, 7L));
        assertThat(store.settings().ofInstallation().lowest().chosen())
                .isEqualTo(Map.of(Setting.SILENCE_SECONDS, 50L, Setting.APPLYING_SECONDS, 7L));
        assertThat(store.settings().ofInstallation().values()).isEqualTo(SettingValues.USUAL);
        SettingChanges forgetting = new SettingChanges(Map.of(Setting.SILENCE_SECONDS, Optional.empty()));
        assertThat(store.settings().change(database, forgetting, event())).isTrue();
        assertThat(store.settings().ofWorkspace(database)).isEqualTo(SettingValues.USUAL);
    }

    @Test
    void knowsWhatHoldsForAWorkspace() {
        WorkspaceId network = workspace("acme", "network").id();
        WorkspaceId database = workspace("acme", "database").id();
        assertThat(store.settings().inForce(network)).isEqualTo(SettingValues.USUAL);
        store.settings().change(choosing(Setting.SHARE_LOG, 1), event());
        store.settings().change(choosing(Setting.SILENCE_SECONDS, 90), event());
        store.settings().change(network, choosing(Setting.SHARE_LOG, 0), event());
        assertThat(store.settings().inForce(network).chosen())
                .isEqualTo(Map.of(Setting.SHARE_LOG, 0L, Setting.SILENCE_SECONDS, 90L));
        assertThat(store.settings().inForce(database).chosen())
                .isEqualTo(Map.of(Setting.SHARE_LOG, 1L, Setting.SILENCE_SECONDS, 90L));
        assertThat(store.settings().inForce(ids.workspace()))
                .isEqualTo(store.settings().ofInstallation().values());
    }

    @Test
    void changesNothingForAWorkspaceThatIsNotThere() {
        assertThat(store.settings().change(ids.workspace(), choosing(Setting.SILENCE_SECONDS, 60), event()))
                .isFalse();
        assertThat(eventsKept()).isZero();
    }
}
