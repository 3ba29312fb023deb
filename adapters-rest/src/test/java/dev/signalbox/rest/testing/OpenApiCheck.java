package dev.signalbox.rest.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.signalbox.rest.openapi.ApiDescription;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds an answer against the OpenAPI document: method, path, status, media type, headers and body must be described.
 *
 * <p>What no path of the document matches must be refused, and a method that a path has not is 405.
 */
public final class OpenApiCheck {

    private static final String ROOT = "https://signalbox.dev/openapi";
    /** What is answered where the document describes nothing: nobody has to say so of each path. */
    private static final Map<Integer, String> ANYWHERE = Map.of(
            400, "BadRequest",
            401, "Unauthorized",
            404, "NotFound",
            405, "MethodNotAllowed",
            406, "NotAcceptable",
            429, "TooManyRequests",
            500, "ServerError");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final OpenApiCheck SERVED =
            new OpenApiCheck(ApiDescription.read().json());

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final List<Template> templates;

    private OpenApiCheck(String json) {
        document = MAPPER.readTree(json);
        schemas = SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ROOT, json)));
        templates = document.get("paths").propertyNames().stream()
                .map(Template::of)
                .sorted(Comparator.comparingInt(Template::variables))
                .toList();
    }

    /** Throws AssertionError, with the body, unless the document describes the answer. */
    public static void check(String method, String path, int status, HttpHeaders headers, byte[] body) {
        try {
            SERVED.check(method, SERVED.responsePointer(method, path, status), headers, body);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\nis the answer " + status + " to " + method + " " + path + ": "
                            + new String(body, StandardCharsets.UTF_8)
                            + "\nThe document stands in adapters-rest/src/main/resources/dev/signalbox/rest/openapi.",
                    e);
        }
    }

    /** The whole document. */
    public static JsonNode document() {
        return SERVED.document;
    }

    private void check(String method, String pointer, HttpHeaders headers, byte[] body) {
        JsonNode response = document.at(pointer);
        checkHeaders(pointer, response, headers);
        if (method.equals("HEAD")) {
            return;
        }
        if (!response.has("content")) {
            require(body.length == 0, pointer + " has no body");
            return;
        }
        String type = headers.firstValue("Content-Type").orElse("");
        String bare = type.replaceFirst(";.*", "");
        require(response.at("/content").has(bare), "the media type " + type + " is not in " + pointer);
        String schema = pointer + "/content/" + escaped(bare);
        if (document.at(schema).has("x-line-schema")) {
            new String(body, StandardCharsets.UTF_8).lines().forEach(line -> validate(schema + "/x-line-schema", line));
        } else if (bare.endsWith("json")) {
            validate(schema + "/schema", new String(body, StandardCharsets.UTF_8));
        }
    }

    private void checkHeaders(String pointer, JsonNode response, HttpHeaders headers) {
        for (String name : response.path("headers").propertyNames()) {
            String header = resolved(pointer + "/headers/" + escaped(name));
            Optional<String> value = headers.firstValue(name);
            require(
                    value.isPresent() || !document.at(header).path("required").booleanValue(false),
                    "without the header " + name);
            value.ifPresent(
                    text -> validate(header + "/schema", isText(header) ? MAPPER.writeValueAsString(text) : text));
        }
    }

    private boolean isText(String header) {
        String type = document.at(resolved(header + "/schema")).path("type").stringValue("string");
        return type.equals("string");
    }

    private void validate(String pointer, String json) {
        List<String> problems =
                schemas.getSchema(SchemaLocation.of(ROOT + "#" + pointer)).validate(json, InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList();
        require(problems.isEmpty(), String.join("\n", problems) + "\nby " + pointer);
    }

    /** Where the response is described; fails if it is not. */
    private String responsePointer(String method, String path, int status) {
        Optional<Template> template =
                templates.stream().filter(known -> known.matches(path)).findFirst();
        String operation = template.map(known -> "/paths/" + escaped(known.path()) + "/" + described(method))
                .orElse("");
        if (template.isEmpty() || !document.at(operation).isObject()) {
            String name = ANYWHERE.getOrDefault(status, "");
            require(!name.isEmpty(), "no operation is described");
            return "/components/responses/" + name;
        }
        String response = operation + "/responses/" + status;
        require(document.at(response).isObject(), "no such status is described");
        return resolved(response);
    }

    private static String described(String method) {
        return method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    }

    private String resolved(String pointer) {
        String reference = document.at(pointer).path("$ref").stringValue("");
        return reference.isEmpty() ? pointer : resolved(reference.substring(1));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static void require(boolean kept, String problem) {
        if (!kept) {
            throw new AssertionError(problem);
        }
    }

    private record Template(String path, Pattern pattern, int variables) {

        static Template of(String path) {
            String[] literals = path.split("\\{[^}]+}", -1);
            return new Template(
                    path,
                    Pattern.compile(String.join(
                            "[^/]+", Arrays.stream(literals).map(Pattern::quote).toList())),
                    literals.length);
        }

        boolean matches(String actual) {
            return pattern.matcher(actual).matches();
        }
    }
}
