package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;

/** What a command printed, as it stands there, to be scrolled from its end. */
final class PrintedArea extends Div {

    private final Pre text = new Pre();

    PrintedArea(String label) {
        add(text);
        addClassName("log-text");
        // Without a mouse, only what has the focus can be scrolled.
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
    }

    /** Shows the text; one that is shown already is left alone. */
    void show(String printed) {
        if (!printed.equals(text.getText())) {
            text.setText(printed);
        }
    }
}
