package dev.signalbox.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;

/**
 * The form with which a person signs in.
 *
 * <p>A plain HTML form that posts {@code username} and {@code password} to {@code /login}: password managers know it,
 * and it is sent even before the page's scripts have settled. After a refusal the page is asked for with {@code
 * ?error}.
 */
@Route(value = LoginView.PATH, autoLayout = false)
@PageTitle("Sign in – Signalbox")
@AnonymousAllowed
public final class LoginView extends Main implements BeforeEnterObserver {

    /** Where the form is, and where it is posted to. */
    public static final String PATH = "login";

    private final AuthenticationContext authentication;
    private final Paragraph error = new Paragraph();
    private final Input name = field("username", "text", "username");
    private final Input password = field("password", "password", "current-password");

    LoginView(AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("login-view");
        error.setId("login-error");
        error.addClassName("login-error");
        error.getElement().setAttribute("role", "alert");
        NativeButton submit = new NativeButton("Sign in");
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("primary");
        Element form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", PATH);
        append(form, error, labelled("Name", name), labelled("Password", password), submit);
        Div card = new Div(new H1("Signalbox"), new Paragraph("Sign in to see and stop Terraform runs."));
        card.addClassName("login-card");
        card.getElement().appendChild(form);
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        boolean refused =
                event.getLocation().getQueryParameters().getParameters().containsKey("error");
        error.setVisible(refused);
        name.getElement().setAttribute("autofocus", true);
        if (refused) {
            error.setText("This name and password do not go together, or the account is disabled.");
            name.getElement().setAttribute("aria-describedby", "login-error");
            name.getElement().setAttribute("aria-invalid", "true");
            password.getElement().setAttribute("aria-invalid", "true");
        }
        name.getElement().executeJs("this.focus()");
    }

    private static Input field(String name, String type, String autocomplete) {
        Input input = new Input();
        input.setId("login-" + name);
        input.setType(type);
        input.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none")
                .setAttribute("spellcheck", "false")
                .setAttribute("required", true);
        return input;
    }

    private static Div labelled(String text, Input input) {
        NativeLabel label = new NativeLabel(text);
        label.setFor(input);
        return new Div(label, input);
    }

    private static void append(Element form, Component... parts) {
        for (Component part : parts) {
            form.appendChild(part.getElement());
        }
    }
}
