package dev.signalbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.rest.RoleRule.Target;
import dev.signalbox.rest.testing.Answer;
import dev.signalbox.rest.testing.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route is called by everybody, as {@link RoleTable} has it; a route that is not there fails. */
class RoleMatrixTest extends RestTest {

    private static final String ADD_A_ROW = """
            RoleTable has no row for %s. Every route needs one that says who may call it:

                row("METHOD /path/{variable}", of(SITE_ADMIN, …) or ANY_ROLE, ITS_OWN or THERE or EVERYWHERE, target)

            where the target makes, in the organization acme, what the request is about, and the request's body. What a \
            row does not admit must be answered 401 or 404 and must change nothing; that is tested from the row.""";

    @Autowired
    private TestApplication application;

    @Test
    void knowsEveryRoute(@Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
        Set<Route> registered = Route.registered(requestMappingHandlerMapping);
        Set<Route> listed = rules().stream().map(RoleRule::route).collect(Collectors.toSet());
        assertThat(without(registered, listed))
                .as(ADD_A_ROW, without(registered, listed))
                .isEmpty();
        assertThat(without(listed, registered))
                .as("rows of RoleTable for routes that are not there")
                .isEmpty();
        assertThat(rules()).hasSameSizeAs(listed);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void admitsWhoeverTheTableAdmitsAndNobodyElse(RoleRule rule) {
        List<String> surprises = new ArrayList<>();
        for (Caller caller : Caller.all()) {
            surprise(rule, caller).ifPresent(told -> surprises.add(caller + " " + told));
        }
        assertThat(surprises).as("%s", rule.route()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void tellsWhomItDoesNotAdmitTheSameOfABadRequest(RoleRule rule) {
        TestSignalbox box = TestSignalbox.inMemory();
        application.use(box);
        Target target = rule.target().apply(box);
        Route strange = new Route(rule.route().method(), rule.route().path() + "?strange=1");
        for (Caller caller : Caller.all()) {
            if (caller.role().filter(rule.roles()::contains).isEmpty()) {
                Api api = new Api(server(), caller.token(box));
                String told = call(rule.route(), target, api).bodyBesidesRequestId();
                Target bad = new Target("[", target.values());
                for (Route route : List.of(rule.route(), strange)) {
                    assertThat(call(route, bad, api).bodyBesidesRequestId())
                            .as("%s %s", caller, route)
                            .isEqualTo(told);
                }
            }
        }
    }

    static List<RoleRule> rules() {
        return RoleTable.rules();
    }

    static List<RoleRule> changes() {
        return rules().stream().filter(rule -> !rule.route().isRead()).toList();
    }

    private Optional<String> surprise(RoleRule rule, Caller caller) {
        TestSignalbox box = TestSignalbox.inMemory();
        application.use(box);
        box.workspace("globex", "reactor");
        Target target = rule.target().apply(box);
        Api api = new Api(server(), caller.token(box));
        // Notes the use of the token, which is kept but once a minute.
        api.get("/api/v2/nothing");
        String before = box.store().contents();
        Answer answer = call(rule.route(), target, api);
        int expected = rule.answer(caller);
        if (expected == 200) {
            return told(answer.status() >= 200 && answer.status() < 300, "is admitted but told", answer);
        }
        if (!box.store().contents().equals(before)) {
            return Optional.of("is refused but has changed " + before + "\n-> "
                    + box.store().contents());
        }
        return expected == 404
                ? refusal(rule, target, api, answer)
                : told(answer.status() == expected, "is to be told " + expected + " and not", answer);
    }

    /** Whoever may not is told what is told of a thing that is not there. */
    private static Optional<String> refusal(RoleRule rule, Target target, Api api, Answer answer) {
        Answer missing = call(rule.route(), target.missing(), api);
        return told(
                answer.status() == 404
                        && answer.text("/errors/0/code").equals("not_found")
                        && answer.bodyBesidesRequestId().equals(missing.bodyBesidesRequestId()),
                "is not told what is told of a missing thing, " + missing.status() + " " + missing.bodyText() + ", but",
                answer);
    }

    private static Optional<String> told(boolean expected, String what, Answer answer) {
        return expected ? Optional.empty() : Optional.of(what + " " + answer.status() + " " + answer.bodyText());
    }

    private static Answer call(Route route, Target target, Api api) {
        String path = route.filled(target.values());
        if (path.endsWith("/export") || path.contains("/openapi.")) {
            return api.download(path);
        }
        if (path.endsWith("/log")) {
            // What is sent and what is read are bytes.
            return route.method().equals("GET")
                    ? api.download(path)
                    : api.send("POST", path + "?offset=0", BodyPublishers.ofString(target.filledBody()));
        }
        return target.body().isEmpty()
                ? api.send(route.method(), path, BodyPublishers.noBody())
                : api.send(
                        route.method(),
                        path,
                        BodyPublishers.ofString(target.filledBody()),
                        "Content-Type",
                        Api.JSON_API);
    }

    private static Set<String> without(Set<Route> routes, Set<Route> others) {
        return routes.stream()
                .filter(route -> !others.contains(route))
                .map(Route::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
