package dev.signalbox.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.ui.testing.PortalTest;
import dev.signalbox.ui.testing.SignedInPerson;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;

class UserIsTurnedAwayTest extends PortalTest {

    @Override
    protected Authentication signedIn(TestSignalbox signalbox) {
        return SignedInPerson.of(Role.USER);
    }

    @Test
    void seesAPlainPageThatSaysSo() {
        RunId run = box().submit("acme", "network");

        for (String address : new String[] {"", "runs", "runs/" + run}) {
            go(address);

            assertThat(text())
                    .contains("This portal is not for your account", "sign out at the top of this page")
                    .doesNotContain(run.value());
        }
    }
}
