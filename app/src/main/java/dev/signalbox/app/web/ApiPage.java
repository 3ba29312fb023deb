package dev.signalbox.app.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the OpenAPI document for people to read and try: Swagger UI, from this server alone. */
final class ApiPage extends HttpServlet {

    /** Where the page is, and what belongs to it. */
    static final String[] PATTERNS = {"/docs", "/docs/*"};

    private static final String OWN = "/dev/signalbox/app/web/docs/";
    private static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/";

    /** What is handed out, and as what; nothing else is. */
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html;charset=utf-8",
            "page.css", "text/css;charset=utf-8",
            "page.js", "text/javascript;charset=utf-8",
            "swagger-ui.css", "text/css;charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "favicon-32x32.png", "image/png");

    /** Read once: whoever asks, without a token, costs no more than the bytes that are sent. */
    private final transient Map<String, byte[]> files =
            TYPES.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, ApiPage::read));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var name = path == null ? "index.html" : path.substring(1);
        var type = TYPES.get(name);
        if (name.isEmpty()) {
            // The page's own links begin at its folder.
            response.sendRedirect(request.getContextPath() + "/docs");
            return;
        }
        if (type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var bytes = files.getOrDefault(name, new byte[0]);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static byte[] read(String name) {
        try (var file = file(name)) {
            if (file == null) {
                throw new IllegalStateException("the build did not take in " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream file(String name) {
        var own = ApiPage.class.getResourceAsStream(OWN + name);
        return own == null ? ApiPage.class.getResourceAsStream(SWAGGER_UI + name) : own;
    }

    private static String swaggerUiVersion() {
        var properties = new Properties();
        try (var file = ApiPage.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "missing");
    }
}
