package dev.signalbox.ui.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.queue.RunInWorkspace;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.ui.kit.Notice;
import dev.signalbox.ui.kit.RefusalText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The buttons for what can be decided about a run, each there only while it may be, and the dialog behind them. */
final class RunDecisions extends Div {

    /**
     * What the buttons work with.
     *
     * @param notice where the outcome is told
     * @param refresh brings the page up to date
     */
    record Setting(RunQueries runs, Actor actor, InstantSource clock, Notice notice, Runnable refresh) {}

    private final Setting setting;
    private final Map<Decision, NativeButton> buttons = new LinkedHashMap<>();
    private @Nullable RunId id;
    private @Nullable DecisionDialog dialog;

    RunDecisions(Setting setting, List<Decision> decisions) {
        this.setting = setting;
        addClassName("decisions");
        decisions.forEach(decision -> {
            NativeButton opener = new NativeButton(decision.words().opener(), click -> open(decision));
            opener.setClassName("danger", decision.words().isDangerous());
            buttons.put(decision, opener);
            add(opener);
        });
    }

    /** Offers what may be decided about the run, and tells an open dialog where it stands. */
    void show(RunInWorkspace place, Instant now) {
        id = place.run().id();
        buttons.forEach((decision, button) -> button.setVisible(
                decision.objection(place, setting.actor(), now).isEmpty()));
        if (dialog != null) {
            dialog.update(place, setting.actor(), now);
        }
    }

    private void open(Decision decision) {
        if (dialog != null && dialog.isOpened()) {
            return;
        }
        try {
            RunInWorkspace place = setting.runs().run(shown(), setting.actor());
            Instant now = setting.clock().instant();
            dialog = new DecisionDialog(
                    decision, place, now, (ground, reason) -> carryOut(decision, ground, reason), this::closed);
            dialog.update(place, setting.actor(), now);
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
            RunInWorkspace before = setting.runs().run(shown(), setting.actor());
            Instant now = setting.clock().instant();
            Optional<String> hindrance = hindrance(decision, ground, before, now);
            if (hindrance.isPresent()) {
                setting.refresh().run();
                return hindrance;
            }
            setting.notice().show(Notice.Kind.DONE, decision.carryOut(before, reason, setting.actor(), now));
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

    private Optional<String> hindrance(Decision decision, Object ground, RunInWorkspace before, Instant now) {
        return decision.objection(before, setting.actor(), now)
                .map(RefusalText::of)
                .or(() -> Optional.of(DecisionDialog.CHANGED)
                        .filter(sentence -> !decision.ground(before, now).equals(ground)));
    }

    private RunId shown() {
        return Objects.requireNonNull(id, "a decision is about a run");
    }
}
