package dev.signalbox.ui;

import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.run.RunId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Answers 404 where there is no page.
 *
 * <p>Vaadin sends the same HTML for every address with 200 and finds out afterwards what stands there; who reads the
 * status, such as a link checker, would never learn of it.
 */
final class MissingPages implements IndexHtmlRequestListener {

    private static final String RUN = "runs/";

    private final transient VaadinService service;

    MissingPages(VaadinService service) {
        this.service = service;
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        String path = Optional.ofNullable(response.getVaadinRequest().getPathInfo())
                .map(info -> info.startsWith("/") ? info.substring(1) : info)
                .orElse("");
        if (isMissing(path)) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isMissing(String path) {
        RouteRegistry routes = service.getRouter().getRegistry();
        if (routes.getNavigationTarget(path).isEmpty()) {
            return true;
        }
        // Who is not signed in, or has no right, learns nothing about runs.
        Optional<Actor> actor = service.getInstantiator()
                .getOrCreate(AuthenticationContext.class)
                .getAuthenticatedUser(Actor.class);
        return path.startsWith(RUN)
                && actor.filter(who -> who.may(Right.SEE_ALL_RUNS) && isMissing(path, who))
                        .isPresent();
    }

    private boolean isMissing(String path, Actor actor) {
        return RunId.parse(path.substring(RUN.length()))
                .filter(run -> exists(run, actor))
                .isEmpty();
    }

    private boolean exists(RunId run, Actor actor) {
        try {
            service.getInstantiator().getOrCreate(RunQueries.class).run(run, actor);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
