package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.ui.kit.Notice;
import dev.signalbox.ui.kit.RefusalText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The buttons for what can be decided about a run, each there only while it may be, and the dialog behind them. */
final class RunDecisions extends Div {

    /**
     * What the buttons work with.
     *
     * @param look sees a run as it is now; refuses as {@link RunQueries#run}
     * @param notice where the outcome is told
     * @param refresh brings the page up to date
     */
    record Setting(Function<RunId, RunSight> look, Actor actor, Notice notice, Runnable refresh) {}

    private final Setting setting;
    private final Map<Decision, NativeButton> buttons = new LinkedHashMap<>();
    private @Nullable RunId id;
    private @Nullable DecisionDialog dialog;

    RunDecisions(Setting setting, List<Decision> decisions) {
        this.setting = setting;
        addClassName("decisions");
        decisions.forEach(decision -> {
            NativeButton opener = new NativeButton(decision.words().opener(), click -> open(decision));
            buttons.put(decision, opener);
            add(opener);
        });
    }

    /** Offers what may be decided about the run, and tells an open dialog where it stands. */
    void show(RunSight sight) {
        id = sight.place().run().id();
        buttons.forEach((decision, button) -> {
            button.setVisible(decision.objection(sight, setting.actor()).isEmpty());
            button.setClassName("danger", decision.isDangerous(sight));
        });
        if (dialog != null) {
            dialog.update(sight, setting.actor());
        }
    }

    private void open(Decision decision) {
        if (dialog != null && dialog.isOpened()) {
            return;
        }
        try {
            RunSight sight = setting.look().apply(shown());
            dialog = new DecisionDialog(
                    decision, sight, (ground, reason) -> carryOut(decision, ground, reason), this::closed);
            dialog.update(sight, setting.actor());
            dialog.open();
        } catch (Refused refused) {
            setting.notice().show(Notice.Kind.PROBLEM, RefusalText.of(refused.refusal()));
        }
    }

    private void closed() {
        dialog = null;
    }

    private Optional<String> carryOut(Decision decision, Object ground, Optional<String> reason) {
        try {
            RunSight before = setting.look().apply(shown());
            Optional<String> hindrance = hindrance(decision, ground, before);
            if (hindrance.isPresent()) {
                setting.refresh().run();
                return hindrance;
            }
            setting.notice().show(Notice.Kind.DONE, decision.carryOut(before, reason, setting.actor()));
        } catch (Refused refused) {
            setting.refresh().run();
            return Optional.of(RefusalText.of(refused.refusal()));
        }
        closed();
        setting.refresh().run();
        // The button that was pressed vanishes with what it has done.
        setting.notice().takeFocus();
        return Optional.empty();
    }

    private Optional<String> hindrance(Decision decision, Object ground, RunSight before) {
        return decision.objection(before, setting.actor())
                .map(RefusalText::of)
                .or(() -> Optional.of(DecisionDialog.CHANGED)
                        .filter(sentence -> !decision.ground(before).equals(ground)));
    }

    private RunId shown() {
        return Objects.requireNonNull(id, "a decision is about a run");
    }
}
