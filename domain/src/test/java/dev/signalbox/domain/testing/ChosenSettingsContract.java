package dev.signalbox.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.settings.SettingValues;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        store.settings().change(choosing(Setting.SILENCE_SECONDS, 60), _ -> event());
        store.settings().change(choosing(Setting.SILENCE_SECONDS, 90), _ -> event());
        store.settings().change(choosing(Setting.END_LOST_PLANS, 0), _ -> event());
        assertThat(store.settings().ofInstallation().values().chosen())
                .isEqualTo(Map.of(Setting.SILENCE_SECONDS, 90L, Setting.END_LOST_PLANS, 0L));
        SettingChanges forgetting = new SettingChanges(
                Map.of(Setting.SILENCE_SECONDS, Optional.empty(), Setting.APPLYING_SECONDS, Optional.empty()));
        store.settings().change(forgetting, _ -> event());
        assertThat(store.settings().ofInstallation().values().chosen()).isEqualTo(Map.of(Setting.END_LOST_PLANS, 0L));
        assertThat(eventsKept()).isEqualTo(4);
    }

    @Test
    void keepsWhatIsChosenForEachWorkspaceAndKnowsTheLowest() {
        WorkspaceId network = workspace("acme", "network").id();
        WorkspaceId database = workspace("acme", "database").id();
        assertThat(store.settings().change(network, choosing(Setting.SILENCE_SECONDS, 60), _ -> event()))
                .isTrue();
        assertThat(store.settings().change(database, choosing(Setting.SILENCE_SECONDS, 30), _ -> event()))
                .isTrue();
        assertThat(store.settings().change(database, choosing(Setting.SILENCE_SECONDS, 50), _ -> event()))
                .isTrue();
        assertThat(store.settings().change(network, choosing(Setting.APPLYING_SECONDS, 7), _ -> event()))
                .isTrue();
        assertThat(store.settings().ofWorkspace(network).chosen())
                .isEqualTo(Map.of(Setting.SILENCE_SECONDS, 60L, Setting.APPLYING_SECONDS, 7L));
        assertThat(store.settings().ofInstallation().lowest().chosen())
                .isEqualTo(Map.of(Setting.SILENCE_SECONDS, 50L, Setting.APPLYING_SECONDS, 7L));
        assertThat(store.settings().ofInstallation().values()).isEqualTo(SettingValues.USUAL);
        SettingChanges forgetting = new SettingChanges(Map.of(Setting.SILENCE_SECONDS, Optional.empty()));
        assertThat(store.settings().change(database, forgetting, _ -> event())).isTrue();
        assertThat(store.settings().ofWorkspace(database)).isEqualTo(SettingValues.USUAL);
    }

    @Test
    void knowsWhatHoldsForAWorkspace() {
        WorkspaceId network = workspace("acme", "network").id();
        WorkspaceId database = workspace("acme", "database").id();
        assertThat(store.settings().inForce(network)).isEqualTo(SettingValues.USUAL);
        store.settings().change(choosing(Setting.SHARE_LOG, 1), _ -> event());
        store.settings().change(choosing(Setting.SILENCE_SECONDS, 90), _ -> event());
        store.settings().change(network, choosing(Setting.SHARE_LOG, 0), _ -> event());
        assertThat(store.settings().inForce(network).chosen())
                .isEqualTo(Map.of(Setting.SHARE_LOG, 0L, Setting.SILENCE_SECONDS, 90L));
        assertThat(store.settings().inForce(database).chosen())
                .isEqualTo(Map.of(Setting.SHARE_LOG, 1L, Setting.SILENCE_SECONDS, 90L));
        assertThat(store.settings().inForce(ids.workspace()))
                .isEqualTo(store.settings().ofInstallation().values());
    }

    @Test
    void tellsWhatWasChosenUntilThenAndLeavesNoTraceOfWhatIsSoAlready() {
        WorkspaceId network = workspace("acme", "network").id();
        List<SettingValues> before = new ArrayList<>();
        Function<SettingValues, AuditEvent> audit = values -> {
            before.add(values);
            return event();
        };
        for (SettingChanges changes : List.of(
                choosing(Setting.SILENCE_SECONDS, 60),
                choosing(Setting.SILENCE_SECONDS, 60),
                new SettingChanges(Map.of()),
                choosing(Setting.SILENCE_SECONDS, 90))) {
            store.settings().change(changes, audit);
            assertThat(store.settings().change(network, changes, audit)).isTrue();
        }
        SettingValues chosen = new SettingValues(Map.of(Setting.SILENCE_SECONDS, 60L));
        assertThat(before).containsExactly(SettingValues.USUAL, SettingValues.USUAL, chosen, chosen);
    }

    @Test
    void letsOneWaitForTheOther() throws Exception {
        WorkspaceId network = workspace("acme", "network").id();
        long before = eventsKept();
        AuditEvent ofInstallation = event();
        AuditEvent ofWorkspace = event();
        Together.run(4, () -> {
            store.settings().change(choosing(Setting.SILENCE_SECONDS, 60), _ -> ofInstallation);
            return store.settings().change(network, choosing(Setting.SILENCE_SECONDS, 60), _ -> ofWorkspace);
        });
        assertThat(eventsKept()).isEqualTo(before + 2);
    }

    @Test
    void changesNothingForAWorkspaceThatIsNotThere() {
        assertThat(store.settings().change(ids.workspace(), choosing(Setting.SILENCE_SECONDS, 60), _ -> event()))
                .isFalse();
        assertThat(eventsKept()).isZero();
    }
}
