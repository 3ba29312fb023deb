package dev.signalbox.ui.testing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import dev.signalbox.domain.audit.AuditAction;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.ui.kit.Notice;
import java.util.List;

/** A test of what a person decides on a run's page. */
public abstract class DecisionTest extends PortalTest {

    private final String opener;
    private final String confirm;

    /** The words on the button that opens the dialog, and on the one that does it. */
    protected DecisionTest(String opener, String confirm) {
        this.opener = opener;
        this.confirm = confirm;
    }

    /** Opens the dialog on the run's page. */
    protected final void press(RunId run) {
        go("runs/" + run);
        test($view(NativeButton.class).withText(opener).single()).click();
    }

    /** Whether the present page offers the decision. */
    protected final boolean isOffered() {
        return $view(NativeButton.class).withText(opener).exists();
    }

    /** Types the reason. */
    protected final void reason(String text) {
        test($(TextArea.class).single()).setValue(text);
    }

    /** Presses the button that does it. */
    protected final void confirm() {
        test(button()).click();
        roundTrip();
    }

    /** The button that does it. */
    protected final Button button() {
        return $(Button.class).withText(confirm).single();
    }

    /** Whether a dialog is open. */
    protected final boolean isAsking() {
        return $(Dialog.class).exists();
    }

    /** All text of the dialog. */
    protected final String dialog() {
        return text($(Dialog.class).single());
    }

    /** What the page tells of the outcome. */
    protected final String notice() {
        return $view(Notice.class)
                .withCondition(notice -> !notice.getText().isEmpty())
                .first()
                .getText();
    }

    /** The events of the run's audit that are of these actions. */
    protected final List<AuditEvent> audited(RunId run, AuditAction... actions) {
        return box().audit().ofRun(run, box().admin()).stream()
                .filter(event -> List.of(actions).contains(event.action()))
                .toList();
    }
}
