package dev.signalbox.ui.kit;

import com.vaadin.flow.component.html.Div;
import java.util.Locale;

/** A place for one message, announced by screen readers when it appears; takes no room while it is empty. */
public final class Notice extends Div {

    /** How urgent the message is. */
    public enum Kind {
        DONE("status"),
        WARNING("status"),
        PROBLEM("alert");

        private final String role;

        Kind(String role) {
            this.role = role;
        }
    }

    /** An empty notice. */
    public Notice() {
        addClassName("notice");
        // A live region must be there before its text, or the text is not announced.
        getElement().setAttribute("role", "status");
    }

    /** Shows the message instead of the one before. */
    public void show(Kind kind, String message) {
        getElement().setAttribute("role", kind.role);
        getElement().setAttribute("data-kind", kind.name().toLowerCase(Locale.ROOT));
        if (!message.equals(getText())) {
            setText(message);
        }
    }

    /** Takes the focus here, where what had it is about to vanish. */
    public void takeFocus() {
        getElement().setAttribute("tabindex", "-1");
        getElement().executeJs("setTimeout(() => this.focus())");
    }

    /** Takes the message away. */
    public void clear() {
        if (!getText().isEmpty()) {
            setText("");
        }
        getElement().removeAttribute("data-kind");
    }
}
