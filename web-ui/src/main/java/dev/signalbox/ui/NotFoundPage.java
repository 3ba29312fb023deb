package dev.signalbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.signalbox.ui.run.RunsView;
import jakarta.servlet.http.HttpServletResponse;

/** Says that there is nothing at the address. */
@ParentLayout(PortalLayout.class)
@AnonymousAllowed
@PageTitle("Not found – Signalbox")
final class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {

    NotFoundPage() {
        addClassName("plain-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        // Where there is no view, the message is the framework's.
        boolean isOfView = event.getSource()
                .getRegistry()
                .getNavigationTarget(event.getLocation().getPath())
                .isPresent();
        add(
                new H1("Not found"),
                new Paragraph(
                        isOfView && parameter.hasCustomMessage()
                                ? parameter.getCustomMessage()
                                : "There is no such page."),
                new RouterLink("Go to the list of all runs", RunsView.class));
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
