package dev.signalbox.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunStatus;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.ui.testing.PortalTest;
import dev.signalbox.ui.testing.SignedInPerson;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;

class SupportSeesRunsTest extends PortalTest {

    @Override
    protected Authentication signedIn(TestSignalbox signalbox) {
        return SignedInPerson.of(Role.SUPPORT);
    }

    @Test
    void seesTheListAndTheRunButDecidesNothing() {
        RunId run = box().bring("acme", "network", RunStatus.APPLYING);

        go("runs");
        assertThat(text()).contains(run.value());

        go("runs/" + run);
        assertThat(text()).contains("Timeline", "run confirmed");
        assertThat($view(NativeButton.class).withText("Force to errored…").exists())
                .isFalse();
    }

    @Test
    void neitherOverridesNorReleases() {
        RunId failed = box().bring("acme", "policies", RunStatus.POLICY_OVERRIDE);
        RunId held = box().bring("acme", "network", RunStatus.APPLYING);
        box().administration().forceErrored(held, Optional.empty(), box().admin());

        go("runs/" + failed);
        assertThat($view(NativeButton.class).withText("Override policies…").exists())
                .isFalse();

        go("runs/" + held);
        assertThat(text()).contains("the workspace is held");
        assertThat($view(NativeButton.class).withText("Release workspace…").exists())
                .isFalse();
    }
}
