package dev.signalbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.Right;
import dev.signalbox.ui.access.ChangePasswordView;
import dev.signalbox.ui.run.RunsView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What surrounds every view but the sign-in: the name, the ways, who is signed in, and the way out. */
@Layout
@AnonymousAllowed
final class PortalLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String CONTENT = "content";

    private final Main main = new Main();
    private @Nullable Class<?> shown;

    PortalLayout(AuthenticationContext authentication) {
        addClassName("portal");
        main.setId(CONTENT);
        main.getElement().setAttribute("tabindex", "-1");
        add(skipLink(), header(authentication), main);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    /** Takes the focus to the heading of another view, so that a screen reader says where one has come to. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Class<?> view = event.getActiveChain().getFirst().getClass();
        if (shown != null && shown != view) {
            main.getElement()
                    .executeJs("const h = this.querySelector('h1'); if (h) { h.tabIndex = -1; h.focus(); }"
                            + " window.scrollTo(0, 0);");
        }
        shown = view;
    }

    /** The list has a second address, and the pages of runs belong to it too. */
    private static RouterLink runs() {
        RouterLink runs = new RouterLink("Runs", RunsView.class);
        runs.setHighlightCondition(
                (link, event) -> Set.of("", "runs").contains(event.getLocation().getFirstSegment()));
        return runs;
    }

    private static Component skipLink() {
        Anchor skip = new Anchor("#" + CONTENT, "Skip to the content");
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        // The address would be resolved against the base of the page, which is not the page.
        skip.getElement()
                .executeJs(
                        "this.addEventListener('click', e => { e.preventDefault();"
                                + " document.getElementById($0).focus(); })",
                        CONTENT);
        return skip;
    }

    private static Header header(AuthenticationContext authentication) {
        Span sign = new Span();
        sign.addClassName("brand-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span brand = new Span(sign, new Span("Signalbox"));
        brand.addClassName("brand");
        Header header = new Header(brand);
        header.addClassName("portal-header");
        authentication.getAuthenticatedUser(Actor.class).ifPresent(actor -> {
            Nav nav = new Nav();
            nav.setAriaLabel("Portal");
            if (actor.may(Right.SEE_ALL_RUNS)) {
                nav.add(runs());
            }
            nav.add(new RouterLink("Password", ChangePasswordView.class));
            NativeButton out = new NativeButton("Sign out", click -> authentication.logout());
            Span who = new Span(actor.name() + " · " + actor.role().wireName().replace('-', ' '));
            who.addClassNames("who", "quiet");
            Div person = new Div(who, out);
            person.addClassName("person");
            header.add(nav, person);
        });
        return header;
    }
}
