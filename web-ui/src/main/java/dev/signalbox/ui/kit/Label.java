package dev.signalbox.ui.kit;

import com.vaadin.flow.component.html.Span;

/** A short word in a coloured frame; the colour repeats what the word says. */
public final class Label extends Span {

    /** What the colour says. */
    public enum Tone {
        QUIET,
        GOOD,
        WARNING,
        DANGER
    }

    /** A label. */
    public Label(String text, Tone tone) {
        super(text);
        addClassName("label");
        getElement().setAttribute("data-tone", tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
