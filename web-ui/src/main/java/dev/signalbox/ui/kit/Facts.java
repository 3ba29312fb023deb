package dev.signalbox.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** Names and values, two by two. */
public final class Facts extends DescriptionList {

    /** An empty list. */
    public Facts() {
        addClassName("facts");
    }

    /** Adds a name with the components that are its value. */
    public Facts with(String name, Component... value) {
        add(new Div(new Term(name), new Description(value)));
        return this;
    }

    /** Adds a name with a text. */
    public Facts with(String name, String value) {
        return with(name, new Text(value));
    }
}
