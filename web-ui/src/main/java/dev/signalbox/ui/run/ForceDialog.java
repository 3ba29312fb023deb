package dev.signalbox.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.signalbox.domain.audit.AuditEvent;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.ui.kit.Facts;
import dev.signalbox.ui.kit.Notice;
import dev.signalbox.ui.kit.PassingTime;
import dev.signalbox.ui.kit.RefusalText;
import dev.signalbox.ui.kit.Utc;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Asks for the reason of a forced end, and says before what it will do and what it may cost. */
final class ForceDialog extends Dialog {

    private final Facts facts = new Facts();
    private final Notice objection = new Notice();
    private final Paragraph reach = new Paragraph();
    private final Paragraph risk = new Paragraph();
    private final TextArea reason = new TextArea("Reason");
    private final Button confirm = new Button("Force to errored");
    private final Function<String, Optional<Refusal>> onConfirm;
    private final StatusLabel status;
    private Optional<Refusal> answer = Optional.empty();

    /**
     * A dialog about the run.
     *
     * @param onConfirm forces the run for the reason given, and tells the refusal if there is one; the dialog closes
     *     only where there is none, so that no reason is lost
     */
    ForceDialog(RunInWorkspace place, Instant now, Function<String, Optional<Refusal>> onConfirm, Runnable onClose) {
        this.onConfirm = onConfirm;
        status = new StatusLabel(place.run().status());
        setHeaderTitle("Force this run to errored?");
        addClassName("force-dialog");
        setWidth("36rem");
        setMaxWidth("calc(100vw - 1rem)");
        setCloseOnOutsideClick(false);
        reach.addClassName("reach");
        risk.addClassName("risk");
        describe(place, now);
        prepareReason();
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm());
        add(new Div(facts, objection, reach, risk, reason));
        getFooter().add(new Button("Keep it as it is", click -> close()), confirm);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                onClose.run();
            }
        });
        update(place, Optional.empty(), now);
    }

    /** Shows what is known now; what was typed stays. */
    void update(RunInWorkspace place, Optional<Refusal> refusal, Instant now) {
        status.show(place.run().status());
        setText(reach, RunnerReach.sentence(place, now));
        setText(risk, RunnerReach.risk(place.run().status()));
        reach.setVisible(refusal.isEmpty());
        risk.setVisible(refusal.isEmpty());
        confirm.setEnabled(refusal.isEmpty());
        refusal.or(() -> answer)
                .ifPresentOrElse(why -> objection.show(Notice.Kind.WARNING, RefusalText.of(why)), objection::clear);
        PassingTime.tick(facts, now);
    }

    private void describe(RunInWorkspace place, Instant now) {
        Instant entered = RunSince.status(place.run());
        facts.with("Run", place.run().id().value())
                .with("Workspace", RunLinks.fullName(place.workspace()))
                .with("Status", status)
                .with(
                        "Since",
                        new com.vaadin.flow.component.Text(Utc.full(entered) + ", "),
                        PassingTime.ago(entered, now));
    }

    private void prepareReason() {
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setAutofocus(true);
        reason.setHelperText("Kept in the audit with your name. At most "
                + String.format(Locale.ENGLISH, "%,d", AuditEvent.MAX_REASON_LENGTH) + " characters.");
    }

    private void confirm() {
        if (!isOpened()) {
            return;
        }
        // The click has disabled the button until here; from here on the run decides.
        confirm.setEnabled(true);
        String text = reason.getValue().strip();
        if (text.isEmpty()) {
            refuse("Say why the run is forced to an end.");
        } else if (text.length() > AuditEvent.MAX_REASON_LENGTH) {
            refuse(String.format(
                    Locale.ENGLISH,
                    "The reason is %,d characters long; at most %,d are kept.",
                    text.length(),
                    AuditEvent.MAX_REASON_LENGTH));
        } else {
            ask(text);
        }
    }

    private void ask(String text) {
        reason.setInvalid(false);
        answer = onConfirm.apply(text);
        answer.ifPresentOrElse(why -> objection.show(Notice.Kind.WARNING, RefusalText.of(why)), this::close);
    }

    private void refuse(String sentence) {
        reason.setErrorMessage(sentence);
        reason.setInvalid(true);
        reason.focus();
    }

    private static void setText(Paragraph paragraph, String text) {
        if (!text.equals(paragraph.getText())) {
            paragraph.setText(text);
        }
    }
}
