package dev.signalbox.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a view up to date: at a press of a button, and by itself every few seconds unless it is told to pause.
 *
 * <p>What moves by itself must be stoppable (WCAG 2.2, 2.2.2), hence the pause. A failure is told here, once, however
 * long it lasts, and the next turn tries again.
 */
public final class Refreshing extends Div {

    /** How often a view is brought up to date by itself. */
    public static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Refreshing.class);

    private final Runnable refresh;
    private final Span updated = new Span();
    private final Span trouble = new Span();
    private final NativeButton now = new NativeButton("Refresh");
    private final NativeButton pause = new NativeButton("Pause");
    private boolean paused;
    private boolean settled;
    private @Nullable Registration polls;

    /** The buttons for a view that {@code refresh} brings up to date. */
    public Refreshing(Runnable refresh) {
        this.refresh = refresh;
        addClassName("refreshing");
        updated.addClassName("quiet");
        trouble.addClassName("trouble");
        // A live region must be there before its text, or the text is not announced.
        trouble.getElement().setAttribute("role", "status");
        now.addClickListener(click -> now());
        pause.addClickListener(click -> {
            paused = !paused;
            showPause();
            if (!paused) {
                now();
            }
        });
        showPause();
        add(trouble, updated, now, pause);
    }

    /** Brings the view up to date, or says that this failed; what the view shows stays as it is then. */
    public void now() {
        try {
            refresh.run();
            trouble.setText("");
        } catch (RuntimeException failure) {
            if (trouble.getText().isEmpty()) {
                LOG.error("The portal could not refresh a view", failure);
                trouble.setText("Could not be refreshed.");
            }
        }
    }

    /**
     * Says that the view is up to date.
     *
     * @param settled nothing in it can change any more, so that there is no need to look again
     */
    public void done(Instant at, boolean settled) {
        updated.setText("As of " + Utc.clock(at));
        this.settled = settled;
        pause.setVisible(!settled);
        getUI().ifPresent(this::poll);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        polls = attach.getUI().addPollListener(poll -> {
            if (!paused && !settled) {
                now();
            }
        });
        poll(attach.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (polls != null) {
            polls.remove();
        }
        detach.getUI().setPollInterval(-1);
        super.onDetach(detach);
    }

    private void showPause() {
        pause.getElement().setAttribute("aria-pressed", Boolean.toString(paused));
        pause.setTitle(paused ? "Updates are paused" : "Updates every " + INTERVAL.toSeconds() + " s");
        getUI().ifPresent(this::poll);
    }

    private void poll(UI ui) {
        int interval = paused || settled ? -1 : Math.toIntExact(INTERVAL.toMillis());
        if (ui.getPollInterval() != interval) {
            ui.setPollInterval(interval);
        }
    }
}
