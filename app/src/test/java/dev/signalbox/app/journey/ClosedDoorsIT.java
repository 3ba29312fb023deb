package dev.signalbox.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.signalbox.rest.testing.OpenApiCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever has neither signed in nor a good token gets past no door but those that are listed here.
 *
 * <p>The API's routes are those of its description, which no route is missing from; the portal's are its views.
 */
@ExtendWith(SharedSignalbox.class)
class ClosedDoorsIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final URI server;

    ClosedDoorsIT(Signalbox signalbox) {
        this.server = signalbox.url();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "sbx_11111111111111111111111111111111111111"})
    void openOfTheApiOnlyWhatAClientAsksBeforeItHasAToken(String token) throws Exception {
        Set<String> open = new TreeSet<>();
        for (String route : routes()) {
            String[] parts = route.split(" ");
            HttpResponse<Void> answer = send(parts[0], parts[1].replaceAll("\\{[^}]+}", "x"), token);
            // The door asks for a token by this header; what stands behind it does not.
            if (answer.statusCode() != 401
                    || answer.headers().firstValue("WWW-Authenticate").isEmpty()) {
                open.add(route);
            }
        }
        assertThat(open)
                .containsExactly(
                        "GET /.well-known/terraform.json",
                        "GET /api/signalbox/v1/openapi.json",
                        "GET /api/signalbox/v1/openapi.yaml",
                        "GET /api/v2/ping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense"})
    void openOfThePortalOnlyTheSignIn(String token) throws Exception {
        Set<String> open = new TreeSet<>();
        for (String path : pages()) {
            HttpResponse<Void> answer = send("GET", path, token);
            String leadsTo = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() != 302 || !leadsTo.endsWith("/login")) {
                open.add(path);
            }
        }
        assertThat(open).containsExactly("/login");
    }

    private static List<String> routes() {
        return OpenApiCheck.document().get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    /** The views, what Terraform links to, and what is nowhere. */
    private static List<String> pages() {
        Stream<String> views = new ClassFileImporter()
                .importPackages("dev.signalbox.ui").stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .flatMap(ClosedDoorsIT::paths)
                        .map(path -> "/" + path.replaceAll(":\\w+", "x"));
        return Stream.concat(views, Stream.of("/app/acme/workspaces/network/runs/run-x", "/nonesuch"))
                .toList();
    }

    private static Stream<String> paths(JavaClass view) {
        Stream<String> alias = view.tryGetAnnotationOfType(RouteAlias.class).map(RouteAlias::value).stream();
        return Stream.concat(Stream.of(view.getAnnotationOfType(Route.class).value()), alias);
    }

    private HttpResponse<Void> send(String method, String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding());
        }
    }
}
