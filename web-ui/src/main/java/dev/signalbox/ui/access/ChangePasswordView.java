package dev.signalbox.ui.access;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.ui.kit.Actors;
import dev.signalbox.ui.kit.Notice;
import dev.signalbox.ui.kit.RefusalText;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;

/** Chooses another password; afterwards the person signs in anew with it. */
@Route(ChangePasswordView.PATH)
@PageTitle("Change password – Signalbox")
@PermitAll
public final class ChangePasswordView extends Div {

    /** Where the form is. */
    public static final String PATH = "change-password";

    /** So many wrong ones end the session: who found it open cannot guess in it, and sign-in slows guessing down. */
    static final int WRONG_TRIES = 5;

    private static final String TRIES = ChangePasswordView.class.getName() + ".tries";

    private final AccessControl access;
    private final AuthenticationContext authentication;
    private final Actor actor;

    private final Notice notice = new Notice();
    private final PasswordField current = field("Current password", "current-password");
    private final PasswordField wanted = field("New password", "new-password");
    private final PasswordField again = field("New password again", "new-password");
    private final Button change = new Button("Change password", click -> change());
    private final Button signIn = new Button("Sign in anew");

    ChangePasswordView(AccessControl access, AuthenticationContext authentication) {
        this.access = access;
        this.authentication = authentication;
        actor = Actors.signedIn(authentication);
        addClassName("form-view");
        wanted.setHelperText("At least " + AccessControl.MIN_PASSWORD_LENGTH
                + " characters; a few words that only you would put together are easy to remember.");
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER);
        signIn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        signIn.addClickListener(click -> authentication.logout());
        signIn.setVisible(false);
        Paragraph why = new Paragraph(
                authentication.hasRole(Actors.MUST_CHANGE_PASSWORD)
                        ? "Your password was made by Signalbox. Choose one of your own before you go on."
                        : "You are signed in as " + actor.name() + ". You will sign in anew with the new password.");
        add(new H1("Change your password"), why, notice, current, wanted, again, change, signIn);
    }

    private void change() {
        fields().forEach(field -> field.setInvalid(false));
        notice.clear();
        if (current.isEmpty()) {
            refuse(current, "Enter the password that you signed in with.");
        } else if (wanted.getValue().length() < AccessControl.MIN_PASSWORD_LENGTH) {
            refuse(
                    wanted,
                    "The new password needs at least " + AccessControl.MIN_PASSWORD_LENGTH
                            + " characters; this one has " + wanted.getValue().length() + ".");
        } else if (!wanted.getValue().equals(again.getValue())) {
            refuse(again, "This is not the same as the new password above.");
        } else {
            submit();
        }
    }

    private void submit() {
        try {
            access.changePassword(current.getValue(), wanted.getValue(), actor);
            fields().forEach(field -> field.setVisible(false));
            change.setVisible(false);
            signIn.setVisible(true);
            signIn.focus();
            // The session of the old password may end before the click, which then only loads the page anew: that must
            // not be this one, or it is where the person comes back to.
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, ""));
            notice.show(Notice.Kind.DONE, "Your password was changed. Sign in anew with it.");
        } catch (Refused refused) {
            show(refused.refusal());
        }
    }

    private void show(Refusal refusal) {
        String text = RefusalText.of(refusal);
        if (refusal instanceof Refusal.InvalidAttribute(var attribute, var _)) {
            boolean isNew = attribute.equals("new-password");
            refuse(isNew ? wanted : current, text);
            if (!isNew && isOneWrongTooMany(VaadinSession.getCurrent())) {
                authentication.logout();
            }
        } else {
            notice.show(Notice.Kind.PROBLEM, text);
        }
    }

    /** Counted in the session, so that a page that is loaded anew does not begin anew. */
    private static boolean isOneWrongTooMany(VaadinSession session) {
        int tries = session.getAttribute(TRIES) instanceof Integer before ? before + 1 : 1;
        session.setAttribute(TRIES, tries);
        return tries >= WRONG_TRIES;
    }

    private Stream<PasswordField> fields() {
        return Stream.of(current, wanted, again);
    }

    private static void refuse(PasswordField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        field.focus();
    }

    private static PasswordField field(String label, String autocomplete) {
        PasswordField field = new PasswordField(label);
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        field.setWidthFull();
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }
}
