package dev.signalbox.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import dev.signalbox.ui.testing.PortalTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshingTest extends PortalTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private boolean away;
    private int turns;

    @Test
    void saysOnceThatItFailsTriesAgainAndSaysWhenItWorks() {
        Refreshing refreshing = new Refreshing(this::turn);
        UI.getCurrent().add(refreshing);
        poll();
        away = true;

        poll();
        poll();
        poll();

        assertThat(text(refreshing)).contains("Could not be refreshed.", "As of");
        assertThat($(Notification.class).all()).isEmpty();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(5_000);
        away = false;
        poll();
        assertThat(text(refreshing)).doesNotContain("Could not be refreshed.");
        assertThat(turns).isEqualTo(5);
    }

    @Test
    void saysThatAPressedRefreshFails() {
        Refreshing refreshing = new Refreshing(this::turn);
        UI.getCurrent().add(refreshing);
        away = true;

        test($(NativeButton.class).withText("Refresh").last()).click();

        assertThat(text(refreshing)).contains("Could not be refreshed.");
    }

    private void turn() {
        turns++;
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        $(Refreshing.class).last().done(NOW, false);
    }
}
