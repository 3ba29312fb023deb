package dev.signalbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.signalbox.ui.access.ChangePasswordView;
import dev.signalbox.ui.kit.Actors;
import jakarta.servlet.http.HttpServletResponse;

/** What a person sees whom the portal is not for, or not yet for. */
@ParentLayout(PortalLayout.class)
@AnonymousAllowed
@PageTitle("No access – Signalbox")
final class AccessDeniedPage extends Div implements HasErrorParameter<AccessDeniedException> {

    private final AuthenticationContext authentication;

    AccessDeniedPage(AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("plain-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        removeAll();
        if (authentication.hasRole(Actors.MUST_CHANGE_PASSWORD)) {
            add(
                    new H1("Choose a password first"),
                    new Paragraph("Your password was made by Signalbox. Choose one of your own before you go on."),
                    new RouterLink("Change the password", ChangePasswordView.class));
        } else {
            add(
                    new H1("This portal is not for your account"),
                    new Paragraph("You are signed in as "
                            + Actors.signedIn(authentication).name()
                            + ". The portal is for site administrators and support; your account works"
                            + " through the API and"
                            + " the terraform command. Ask a site administrator if you need more."),
                    new Paragraph("To use another account, sign out at the top of this page."));
        }
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
