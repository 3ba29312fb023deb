package dev.signalbox.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.signalbox.domain.access.Actor;
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
import java.util.function.BiFunction;

/** Asks for the reason of a decision, and says before what it will do and what it may cost. */
final class DecisionDialog extends Dialog {

    /** What a person is told whose decision is about something else by now. */
    static final String CHANGED = "It has changed meanwhile. Read what would happen now, and decide again.";

    private final Facts facts = new Facts();
    private final Notice objection = new Notice();
    private final Paragraph evidence = new Paragraph();
    private final Paragraph effect = new Paragraph();
    private final Paragraph risk = new Paragraph();
    private final TextArea reason = new TextArea("Reason");
    private final Button confirm;
    private final Decision decision;
    private final BiFunction<Object, Optional<String>, Optional<String>> onConfirm;
    private final StatusLabel status;
    private Object ground;
    private Optional<String> answer = Optional.empty();

    /**
     * A dialog about the run.
     *
     * @param onConfirm carries the decision out on the ground that was shown and for the reason given, and tells why
     *     not if so; the dialog closes only where it was carried out, so that no reason is lost
     */
    DecisionDialog(
            Decision decision,
            RunSight sight,
            BiFunction<Object, Optional<String>, Optional<String>> onConfirm,
            Runnable onClose) {
        this.decision = decision;
        this.onConfirm = onConfirm;
        ground = decision.ground(sight);
        status = new StatusLabel(sight.place().run().status());
        confirm = new Button(decision.words().confirm(), click -> confirm());
        prepareFrame();
        describe(sight.place(), sight.now());
        prepareReason();
        prepareConfirm(sight);
        add(new Div(facts, objection, evidence, effect, risk, reason));
        getFooter().add(new Button(decision.words().keep(), click -> close()), confirm);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                onClose.run();
            }
        });
    }

    /** Shows what is known now; what was typed stays. */
    void update(RunSight sight, Actor actor) {
        Optional<Refusal> refusal = decision.objection(sight, actor);
        Object seen = decision.ground(sight);
        if (!seen.equals(ground)) {
            ground = seen;
            answer = Optional.of(CHANGED);
        }
        status.show(sight.place().run().status());
        if (refusal.isEmpty()) {
            setText(evidence, decision.evidence(sight));
            setText(effect, decision.effect(sight));
            setText(risk, decision.risk(sight));
        }
        evidence.setVisible(refusal.isEmpty() && !evidence.getText().isEmpty());
        effect.setVisible(refusal.isEmpty());
        risk.setVisible(refusal.isEmpty());
        confirm.setEnabled(refusal.isEmpty());
        refusal.map(RefusalText::of)
                .or(() -> answer)
                .ifPresentOrElse(why -> objection.show(Notice.Kind.WARNING, why), objection::clear);
        PassingTime.tick(facts, sight.now());
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

    private void prepareFrame() {
        setHeaderTitle(decision.words().title());
        addClassName("decision-dialog");
        setWidth("36rem");
        setMaxWidth("calc(100vw - 1rem)");
        setCloseOnOutsideClick(false);
        evidence.addClassName("evidence");
        effect.addClassName("effect");
        risk.addClassName("risk");
    }

    private void prepareConfirm(RunSight sight) {
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (decision.isDangerous(sight)) {
            confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        confirm.setDisableOnClick(true);
    }

    private void prepareReason() {
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(decision.words().withoutReason().isPresent());
        reason.setManualValidation(true);
        reason.setAutofocus(true);
        String optional = decision.words().withoutReason().isPresent() ? "" : "Optional. ";
        reason.setHelperText(optional + "Kept in the audit with your name. At most "
                + String.format(Locale.ENGLISH, "%,d", AuditEvent.MAX_REASON_LENGTH) + " characters.");
    }

    private void confirm() {
        if (!isOpened()) {
            return;
        }
        // The click has disabled the button until here; from here on the run decides.
        confirm.setEnabled(true);
        String text = reason.getValue().strip();
        Optional<String> missing = decision.words().withoutReason().filter(why -> text.isEmpty());
        if (missing.isPresent()) {
            refuse(missing.get());
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
        answer = onConfirm.apply(ground, Optional.of(text).filter(given -> !given.isEmpty()));
        answer.ifPresentOrElse(why -> objection.show(Notice.Kind.WARNING, why), this::close);
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
