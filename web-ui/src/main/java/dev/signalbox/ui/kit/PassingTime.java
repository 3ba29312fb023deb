package dev.signalbox.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import dev.signalbox.domain.ShortDuration;
import java.time.Duration;
import java.time.Instant;

/** How long ago something was, or how long something has lasted; kept true by {@link #tick}. */
@Tag("time")
public final class PassingTime extends Component implements HasText {

    private final Instant from;
    private final String suffix;

    private PassingTime(Instant from, String suffix, Instant now) {
        this.from = from;
        this.suffix = suffix;
        getElement().setAttribute("datetime", from.toString());
        getElement().setAttribute("title", Utc.full(from));
        show(now);
    }

    /** Such as {@code 4 min ago}. */
    public static PassingTime ago(Instant at, Instant now) {
        return new PassingTime(at, " ago", now);
    }

    /** Such as {@code 4 min}: what has lasted since then. */
    public static PassingTime lasting(Instant since, Instant now) {
        return new PassingTime(since, "", now);
    }

    /** Brings every passing time below the component up to date, and touches nothing else. */
    public static void tick(Component root, Instant now) {
        root.getChildren().forEach(child -> {
            if (child instanceof PassingTime time) {
                time.show(now);
            } else {
                tick(child, now);
            }
        });
    }

    private void show(Instant now) {
        String text = ShortDuration.of(Duration.between(from, now)) + suffix;
        if (!text.equals(getText())) {
            setText(text);
        }
    }
}
