package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Span;
import dev.signalbox.domain.run.PhaseStatus;
import dev.signalbox.domain.run.RunStatus;

/** The status of a run or of a phase: a word, with a sign and a colour that repeat it. */
final class StatusLabel extends Span {

    StatusLabel(RunStatus status) {
        addClassName("status");
        show(status);
    }

    StatusLabel(PhaseStatus status) {
        addClassName("status");
        show(status.wireName(), tone(status));
    }

    void show(RunStatus status) {
        show(words(status), tone(status));
    }

    /** The status in words, such as {@code planned and finished}. */
    static String words(RunStatus status) {
        return status.wireName().replace('_', ' ');
    }

    private void show(String words, String tone) {
        if (!words.equals(getText())) {
            setText(words);
            getElement().setAttribute("data-tone", tone);
        }
    }

    /** A name the style sheet knows. */
    static String tone(RunStatus status) {
        return switch (status) {
            case PENDING, POLICY_CHECKED, CONFIRMED -> "waiting";
            case PLANNING, POLICY_CHECKING, APPLYING -> "running";
            case PLANNED, POLICY_OVERRIDE -> "person";
            case APPLIED, PLANNED_AND_FINISHED -> "good";
            case ERRORED -> "bad";
            case DISCARDED, CANCELED -> "quiet";
        };
    }

    private static String tone(PhaseStatus status) {
        return switch (status) {
            case PENDING -> "waiting";
            case RUNNING -> "running";
            case FINISHED -> "good";
            case ERRORED -> "bad";
            case CANCELED, UNREACHABLE -> "quiet";
        };
    }
}
