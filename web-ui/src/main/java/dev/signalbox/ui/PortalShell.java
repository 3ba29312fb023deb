package dev.signalbox.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/**
 * The HTML page that every view lives in.
 *
 * <p>Only what the shipped bundle has may be used here: a script module or style import of our own would make Vaadin
 * build a bundle, which needs Node and the network.
 */
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("assets/signalbox.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
@Viewport("width=device-width, initial-scale=1")
public final class PortalShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Signalbox");
        settings.addLink("icon", "assets/signalbox.svg");
    }
}
