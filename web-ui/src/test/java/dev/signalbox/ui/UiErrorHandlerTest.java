package dev.signalbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import dev.signalbox.ui.testing.PortalTest;
import org.junit.jupiter.api.Test;

class UiErrorHandlerTest extends PortalTest {

    @Test
    void showsOneFailureHoweverManyThereWere() {
        UiErrorHandler handler = new UiErrorHandler();

        for (int failure = 0; failure < 3; failure++) {
            handler.error(new ErrorEvent(new IllegalStateException("failure " + failure)));
            roundTrip();
        }

        assertThat($(Notification.class).all())
                .singleElement()
                .satisfies(shown -> assertThat(shown.isOpened()).isTrue());
    }
}
