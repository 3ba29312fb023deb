package dev.signalbox.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.ui.kit.RefusalText;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the person of whatever no view has caught: a refusal in its own words, a failure with a mark for the log.
 *
 * <p>The last one replaces the one before: a page never shows two.
 */
final class UiErrorHandler implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UiErrorHandler.class);
    private static final int NEVER = 0;

    @Override
    public void error(ErrorEvent event) {
        tell(sentence(event.getThrowable()));
    }

    static String sentence(Throwable error) {
        if (error instanceof Refused refused) {
            return RefusalText.of(refused.refusal());
        }
        String mark = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("The portal failed ({})", mark, error);
        return "Something went wrong in Signalbox; what you asked for may not have been done."
                + " The log has the cause under "
                + mark + ".";
    }

    private static void tell(String sentence) {
        // Errors are handled under the session's lock, so the page may be changed; without a page there is nobody to
        // tell.
        UI page = UI.getCurrent();
        if (page != null) {
            Notification before = ComponentUtil.getData(page, Notification.class);
            if (before != null) {
                before.close();
            }
            Notification notification = new Notification(sentence, NEVER, Notification.Position.TOP_CENTER);
            notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
            notification.setAssertive(true);
            ComponentUtil.setData(page, Notification.class, notification);
            notification.open();
        }
    }
}
