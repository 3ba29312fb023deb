package dev.signalbox.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.port.in.AccountAdministration.Change;
import dev.signalbox.domain.port.in.AccountAdministration.WithPassword;
import dev.signalbox.domain.testing.TestSignalbox;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;

class OpenSessionFilterTest {

    private final TestSignalbox box = TestSignalbox.inMemory();
    private final OpenSessionFilter filter =
            new OpenSessionFilter(box.access(), SecurityContextHolder.getContextHolderStrategy(), box.clock());
    private final WithPassword ada = box.accounts().createPerson("ada", Role.SUPPORT, box.admin());
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void signIn() {
        var person =
                box.access().signIn("ada", ada.password(), RequestOrigin.NONE).orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        SignalboxAuthentication.of(person, box.clock().instant()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void leavesASessionOpenForHalfADay() throws Exception {
        assertThat(isOpenAfter(Duration.ZERO)).isTrue();
        assertThat(isOpenAfter(OpenSessionFilter.LIFETIME.minusMillis(1))).isTrue();
        assertThat(isOpenAfter(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void endsTheSessionOfADisabledAccountWithinSeconds() throws Exception {
        assertThat(isOpenAfter(Duration.ZERO)).isTrue();
        box.accounts().change(ada.account().id(), new Change(Optional.empty(), Optional.of(true)), box.admin());

        assertThat(isOpenAfter(OpenSessionFilter.RECHECK)).isFalse();
    }

    @Test
    void endsASessionWhosePasswordWasReset() throws Exception {
        assertThat(isOpenAfter(Duration.ZERO)).isTrue();
        box.accounts().resetPassword(ada.account().id(), box.admin());

        assertThat(isOpenAfter(OpenSessionFilter.RECHECK)).isFalse();
    }

    @Test
    void asksAboutTheAccountOnceInAFewSeconds() throws Exception {
        assertThat(isOpenAfter(Duration.ZERO)).isTrue();
        box.accounts().resetPassword(ada.account().id(), box.admin());

        assertThat(isOpenAfter(OpenSessionFilter.RECHECK.minusMillis(1))).isTrue();
        assertThat(isOpenAfter(Duration.ofMillis(1))).isFalse();
    }

    private boolean isOpenAfter(Duration pause) throws Exception {
        box.clock().advance(pause);
        var request = new MockHttpServletRequest("GET", "/");
        request.setSession(session);
        filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        var isSignedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        assertThat(session.isInvalid()).isNotEqualTo(isSignedIn);
        return isSignedIn;
    }
}
