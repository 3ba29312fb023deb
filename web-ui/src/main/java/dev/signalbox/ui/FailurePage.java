package dev.signalbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** What stands in place of a view that could not be shown. */
@ParentLayout(PortalLayout.class)
@AnonymousAllowed
@PageTitle("Failure – Signalbox")
final class FailurePage extends Div implements HasErrorParameter<Exception> {

    FailurePage() {
        addClassName("plain-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        add(
                new H1("This page could not be shown"),
                new Paragraph(UiErrorHandler.sentence(parameter.getException())),
                new Paragraph("Load the page again in a moment."));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
