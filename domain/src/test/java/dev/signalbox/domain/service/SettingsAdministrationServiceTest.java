package dev.signalbox.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.page.PageRequest;
import dev.signalbox.domain.port.in.SettingsAdministration;
import dev.signalbox.domain.port.out.ChosenSettings;
import dev.signalbox.domain.settings.Setting;
import dev.signalbox.domain.settings.SettingChanges;
import dev.signalbox.domain.testing.SettableClock;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.domain.workspace.WorkspaceId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsAdministrationServiceTest {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final SettingChanges CHANGES =
            new SettingChanges(Map.of(Setting.SILENCE_SECONDS, Optional.of(600L)));

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final SettingsAdministration settings =
            new SettingsAdministrationService(waiting(), box.store().workspaces(), box.ids(), box.clock());

    @Test
    void putsAChangeInTheAuditAtTheTimeAtWhichItWasItsTurn() {
        settings.change(CHANGES, box.admin());

        assertThat(event().at()).isEqualTo(SettableClock.START.plus(WAIT));

        WorkspaceId workspace = box.workspace("acme", "network").id();
        settings.change(workspace, CHANGES, box.admin());

        assertThat(event().at()).isEqualTo(SettableClock.START.plus(WAIT.multipliedBy(2)));
    }

    /** Settings whose changes wait for others, which come first. */
    private ChosenSettings waiting() {
        return (ChosenSettings) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ChosenSettings.class}, (_, method, arguments) -> {
                    if (method.getName().equals("change")) {
                        box.clock().advance(WAIT);
                    }
                    return method.invoke(box.store().settings(), arguments);
                });
    }

    private AuditEvent event() {
        return box.store().audit().list(PageRequest.first()).items().getFirst();
    }
}
