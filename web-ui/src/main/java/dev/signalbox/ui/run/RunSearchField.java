package dev.signalbox.ui.run;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** The search: it starts a moment after the last key, or at once with Enter. */
final class RunSearchField extends Div {

    private static final int DEBOUNCE_MILLIS = 400;

    private final TextField field = new TextField("Search");

    RunSearchField(Consumer<String> typed) {
        getElement().setAttribute("role", "search");
        addClassName("search");
        field.setManualValidation(true);
        field.setClearButtonVisible(true);
        field.setPlaceholder("organization/workspace, e-mail, repository or run-…");
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(DEBOUNCE_MILLIS);
        field.getElement().setAttribute("autocomplete", "off");
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed.accept(change.getValue());
            }
        });
        field.addKeyPressListener(Key.ENTER, key -> typed.accept(field.getValue()));
        add(field);
    }

    /** Shows the search of the URL, unless it is what stands there already. */
    void show(String q) {
        if (!field.getValue().strip().equals(q.strip())) {
            field.setValue(q);
        }
    }

    void accept() {
        field.setInvalid(false);
    }

    /** Says at the field why it was refused; what was typed stays. */
    void refuse(String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
