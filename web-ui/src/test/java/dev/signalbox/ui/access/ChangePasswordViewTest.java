package dev.signalbox.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.ui.kit.Actors;
import dev.signalbox.ui.testing.PortalTest;
import dev.signalbox.ui.testing.SignedInPerson;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;

class ChangePasswordViewTest extends PortalTest {

    private static final String WANTED = "a train of thought, on time";

    private String made = "";

    @Override
    protected Authentication signedIn(TestSignalbox signalbox) {
        made = signalbox.access().createFirstAdmin("admin", Optional.empty()).orElseThrow();
        var person =
                signalbox.access().signIn("admin", made, RequestOrigin.NONE).orElseThrow();
        return SignedInPerson.of(person.actor(), "ROLE_" + Actors.MUST_CHANGE_PASSWORD);
    }

    @Test
    void leadsThereFromEveryOtherPage() {
        go("runs");

        assertThat(text()).contains("Choose a password first", "Change the password");
    }

    @Test
    void changesThePasswordAndAsksToSignInAnew() {
        change(made, WANTED, WANTED);

        assertThat(text()).contains("Your password was changed. Sign in anew with it.");
        assertThat($view(Button.class).withText("Sign in anew").exists()).isTrue();
        assertThat(box().access().signIn("admin", WANTED, RequestOrigin.NONE)).isPresent();
        assertThat(box().access().signIn("admin", made, RequestOrigin.NONE)).isEmpty();
    }

    @Test
    void refusesAWrongCurrentPassword() {
        change("something else entirely", WANTED, WANTED);

        assertThat(field("Current password").isInvalid()).isTrue();
        assertThat(box().access().signIn("admin", made, RequestOrigin.NONE)).isPresent();
    }

    @Test
    void endsTheSessionOfWhoGuesses() {
        for (int wrong = 0; wrong < ChangePasswordView.WRONG_TRIES - 1; wrong++) {
            change("guess number " + wrong, WANTED, WANTED);
        }

        // What stands in for the servlet container's session here goes on being asked once it has ended, and says so.
        assertThatIllegalStateException()
                .isThrownBy(() -> change("the last guess", WANTED, WANTED))
                .withMessageStartingWith("invalidated");
        assertThat(box().access().signIn("admin", made, RequestOrigin.NONE)).isPresent();
    }

    @Test
    void refusesAShortPassword() {
        change(made, "short", "short");

        assertThat(field("New password").getErrorMessage())
                .isEqualTo("The new password needs at least 15 characters; this one has 5.");
    }

    @Test
    void refusesTwoPasswordsThatDiffer() {
        change(made, WANTED, WANTED + "!");

        assertThat(field("New password again").isInvalid()).isTrue();
        assertThat(box().access().signIn("admin", made, RequestOrigin.NONE)).isPresent();
    }

    private void change(String current, String wanted, String again) {
        go(ChangePasswordView.PATH);
        test(field("Current password")).setValue(current);
        test(field("New password")).setValue(wanted);
        test(field("New password again")).setValue(again);
        test($view(Button.class).withText("Change password").single()).click();
    }

    private PasswordField field(String label) {
        return $view(PasswordField.class).withLabel(label).single();
    }
}
