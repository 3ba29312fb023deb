package dev.signalbox.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;

/** What the portal adds to Vaadin's service for every session and page; Vaadin finds it as a service. */
public final class PortalService implements VaadinServiceInitListener {

    /** Vaadin's own element stands outside of every landmark; as a live region it may, and is read out. */
    private static final String ANNOUNCE_LOST_CONNECTION =
            "document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new UiErrorHandler()));
        event.addIndexHtmlRequestListener(new MissingPages(event.getSource()));
        event.getSource().addUIInitListener(init -> init.getUI().getPage().executeJs(ANNOUNCE_LOST_CONNECTION));
    }
}
