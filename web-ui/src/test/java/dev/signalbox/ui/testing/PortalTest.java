package dev.signalbox.ui.testing;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import dev.signalbox.domain.access.Role;
import dev.signalbox.domain.port.in.SignOfLife;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunnerProcess;
import dev.signalbox.domain.testing.TestSignalbox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** A test of the portal over an empty Signalbox in memory, with somebody signed in. */
@SpringBootTest(classes = PortalApplication.class)
@ViewPackages(packages = "dev.signalbox.ui")
public abstract class PortalTest extends SpringBrowserlessTest {

    @Autowired
    private PortalPorts ports;

    private TestSignalbox box = TestSignalbox.inMemory();

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        box = ports.renew();
        SecurityContextHolder.getContext().setAuthentication(signedIn(box));
        super.initVaadinEnvironment();
    }

    @AfterEach
    @Override
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        SecurityContextHolder.clearContext();
    }

    /** Who is signed in: a site admin, unless a test says otherwise. */
    protected Authentication signedIn(TestSignalbox signalbox) {
        return SignedInPerson.of(Role.SITE_ADMIN);
    }

    /** The Signalbox behind the portal. */
    protected final TestSignalbox box() {
        return box;
    }

    /** How often a run was assessed for the portal. */
    protected final int assessments() {
        return ports.assessments();
    }

    /** Its runner tells now that the command has printed so much, and these lines at last. */
    protected final void prints(RunId run, long bytes, String... lines) {
        SignOfLife sign = new SignOfLife(
                Optional.empty(),
                Optional.of(box.clock().instant()),
                Optional.of(bytes),
                RunnerProcess.UNKNOWN,
                List.of(lines));
        box.reports().heartbeat(run, sign, box.runner());
    }

    /** Goes to an address as the browser's address bar would. */
    protected final void go(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        roundTrip();
    }

    /** What happens every few seconds. */
    protected final void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
        roundTrip();
    }

    /** All text of the present view. */
    protected final String text() {
        return text(getCurrentView());
    }

    /** All text below something. */
    protected static String text(HasElement root) {
        return root.getElement().getTextRecursively();
    }

    /** The first component of the type below the present view that has the class name. */
    protected final <T extends Component> T one(Class<T> type, String className) {
        return $view(type).withClassName(className).first();
    }
}
